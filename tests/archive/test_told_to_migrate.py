"""What the keeper is told to type is the address that was typed, so that it works as it stands."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine

from desktop.archive import Archive, schema
from desktop.archive.migrating import migrate
from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy
from desktop.figures.wording import language


@pytest.mark.file_only
def test_the_command_names_the_certificate_that_the_address_names(server):
    address = server.empty()
    engine = create_engine(address.replace("://", "+psycopg://"))
    with engine.begin() as connection:
        migrate(connection, schema.REVISIONS[-2])
    engine.dispose()
    typed = f"{address}?sslrootcert=ca.crt"
    with pytest.raises(Refused) as refused, Archive.open(typed):
        pass
    for told in map(language, ("vi", "en")):
        assert f'archive migrate --archive "{typed}"' in remedy(*refused.value.findings, told)
