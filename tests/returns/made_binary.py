"""Compound files and old binary workbooks, made byte by byte, open and locked."""

import os
import struct
from collections.abc import Mapping, Sequence
from hashlib import md5, sha1
from io import BytesIO

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method.ecma376_standard import ECMA376Standard
from msoffcrypto.method.rc4 import DocumentRC4

SECTOR = 512
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SMALLEST = 4096  # below this a stream would go into the small sectors
_RC4_BLOCK = 1024
_OPEN = {0x809, 0x2F}  # begin of file, lock: never encrypted
_SHEET = 0x85


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Give a compound file of some streams, each in full sectors."""
    bodies = {name: body.ljust(_SMALLEST, b"\0") for name, body in streams.items()}
    counts = [-(-len(body) // SECTOR) for body in bodies.values()]
    listing = -(-(len(bodies) + 1) // 4)
    total = sum(counts) + listing
    tables = 1
    while tables * SECTOR // 4 < total + tables:
        tables += 1
    chain = [_FAT] * tables
    starts = []
    for count in [listing, *counts]:
        starts.append(len(chain))
        chain += [len(chain) + n + 1 for n in range(count - 1)] + [_END]
    chain += [_FREE] * (tables * SECTOR // 4 - len(chain))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, starts[0], 0,
                        _SMALLEST, _END, 0, _END, 0)  # fmt: skip
    head += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    out = head + struct.pack(f"<{len(chain)}I", *chain)
    places = zip(bodies, starts[1:], bodies.values(), strict=True)
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    entries += [
        _entry(name, 2, start, len(body), right=at + 1 if at < len(bodies) else _NONE)
        for at, (name, start, body) in enumerate(places, start=1)
    ]
    out += b"".join(entries).ljust(listing * SECTOR, b"\0")
    return out + b"".join(
        body.ljust(count * SECTOR, b"\0")
        for body, count in zip(bodies.values(), counts, strict=True)
    )


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _NONE, right: int = _NONE
) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text), kind, 1, _NONE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def biff8(
    cells: Sequence[tuple[int, int, str | float]], sheet: str = "14.XK", header: str = ""
) -> bytes:
    """Give the stream of an .xls of Excel 97: one sheet of texts and numbers."""
    return _joined(_biff8_records(cells, sheet, header=header))


def xls(cells: Sequence[tuple[int, int, str | float]], header: str = "") -> bytes:
    """Give an .xls of Excel 97 with one sheet, and what it prints on top of its pages."""
    return compound({"Workbook": biff8(cells, header=header)})


def xls_locked(cells: Sequence[tuple[int, int, str | float]], password: str) -> bytes:
    """Give the same, locked with RC4 as Excel 97 to 2003 do."""
    salt, verifier = os.urandom(16), os.urandom(16)
    mixed = BytesIO(verifier + md5(verifier).digest())
    scrambled = DocumentRC4.decrypt(password, salt, mixed, blocksize=0x200).read()
    lock = struct.pack("<HHH", 1, 1, 1) + salt + scrambled
    stream = _joined(_biff8_records(cells, "14.XK", lock))
    cipher = DocumentRC4.decrypt(password, salt, BytesIO(stream), blocksize=_RC4_BLOCK).read()
    return compound({"Workbook": _kept_open(stream, cipher)})


def _kept_open(stream: bytes, cipher: bytes) -> bytes:
    """Put back what a locked workbook leaves readable: record heads, and a few records."""
    out = bytearray(cipher)
    at = 0
    while at < len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        clear = 4 + (length if kind in _OPEN else 4 if kind == _SHEET else 0)
        out[at : at + clear] = stream[at : at + clear]
        at += 4 + length
    return bytes(out)


def _biff8_records(
    cells: Sequence[tuple[int, int, str | float]], sheet: str, lock: bytes = b"", header: str = ""
) -> list[tuple[int, bytes]]:
    begin = (0x809, struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 6))
    font = (0x31, struct.pack("<HHHHHBBBx", 200, 0, 0x7FFF, 400, 0, 0, 0, 0) + b"\x05\0Arial")
    style = (0xE0, struct.pack("<HHH14x", 0, 0, 0xFFF5))
    name = struct.pack("<BB", len(sheet), 1) + sheet.encode("utf-16-le")
    globals_ = [begin, *([(0x2F, lock)] if lock else []), (0x42, b"\xb0\x04")]
    globals_ += [font] * 5 + [style] * 16
    here = len(_joined(globals_)) + 4 + 6 + len(name) + 4
    globals_ += [(_SHEET, struct.pack("<IH", here, 0) + name), (0x0A, b"")]
    rows = [(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 6))]
    if header:
        rows.append((0x14, _long_text(header)))
    for row, column, value in cells:
        place = struct.pack("<HHH", row - 1, column - 1, 15)
        if isinstance(value, str):
            rows.append((0x204, place + _long_text(value)))
        else:
            rows.append((0x203, place + struct.pack("<d", value)))
    rows.append((0x0A, b""))
    rest = _SMALLEST - len(_joined([*globals_, *rows])) - 4
    return [*globals_, *rows, (0, bytes(max(rest, 0)))]


def _long_text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def biff5(
    cells: Sequence[tuple[int, int, bytes | float]], codepage: int, font: bytes = b".VnTime"
) -> bytes:
    """Give an .xls of Excel 95 with one sheet: its texts are bytes, whatever the code page says."""
    built = (0x0DBB, 0x07CC)
    letters = struct.pack("<HHHHHBBBx", 200, 0, 0x7FFF, 400, 0, 0, 0, 0) + bytes([len(font)]) + font
    globals_ = [(0x809, struct.pack("<HHHH", 0x500, 5, *built))]
    globals_ += [(0x42, struct.pack("<H", codepage)), *[(0x31, letters)] * 5]
    globals_ += [(0xE0, struct.pack("<HHH10x", 0, 0, 0xFFF5))] * 16
    here = len(_joined(globals_)) + 4 + 7 + 2 + 4
    globals_ += [(_SHEET, struct.pack("<IHB", here, 0, 2) + b"XK"), (0x0A, b"")]
    rows = [(0x809, struct.pack("<HHHH", 0x500, 0x10, *built))]
    for row, column, value in cells:
        place = struct.pack("<HHH", row - 1, column - 1, 15)
        if isinstance(value, bytes):
            rows.append((0x204, place + struct.pack("<H", len(value)) + value))
        else:
            rows.append((0x203, place + struct.pack("<d", value)))
    rows.append((0x0A, b""))
    return compound({"Book": _joined([*globals_, *rows, (0, bytes(_SMALLEST))])})


def _joined(records: Sequence[tuple[int, bytes]]) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)


def agile(content: bytes, password: str) -> bytes:
    """Lock an .xlsx as Excel does since 2010."""
    out = BytesIO()
    OOXMLFile(BytesIO(content)).encrypt(password, out)
    return out.getvalue()


def standard(content: bytes, password: str) -> bytes:
    """Lock an .xlsx as Excel 2007 does: AES-128 in single blocks."""
    salt, verifier = os.urandom(16), os.urandom(16)
    aes, hashing, provider = 0x660E, 0x8004, 0x18
    key = ECMA376Standard.makekey_from_password(password, aes, hashing, provider, 128, 16, salt)

    def locked(text: bytes) -> bytes:
        return Cipher(algorithms.AES(key), modes.ECB()).encryptor().update(text)

    header = struct.pack("<IIIIIIII", 0x24, 0, aes, hashing, 128, provider, 0, 0)
    header += "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    info = struct.pack("<HHII", 3, 2, 0x24, len(header)) + header
    info += struct.pack("<I", 16) + salt + locked(verifier)
    info += struct.pack("<I", 20) + locked(sha1(verifier).digest().ljust(32, b"\0"))
    package = struct.pack("<Q", len(content)) + locked(
        content.ljust(-(-len(content) // 16) * 16, b"\0")
    )
    return compound({"EncryptionInfo": info, "EncryptedPackage": package})
