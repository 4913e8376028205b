"""Whether a path lies on a network share, where two machines share a disk but no memory."""

from __future__ import annotations

import os
from pathlib import Path

_NETWORK = frozenset(
    (
        *("9p", "afpfs", "afs", "ceph", "cifs", "davfs", "lustre", "ncpfs", "nfs", "nfs4"),
        *("prl_fs", "smb", "smb2", "smb3", "smbfs", "sshfs", "vboxsf", "webdav"),
        *("fuse.davfs", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs", "fuse.vmhgfs-fuse"),
    )
)
"""File systems, as the operating systems name them, behind which another machine may write."""


def on_network_share(path: Path) -> bool:
    """Say whether another machine may have the same file open."""
    import psutil  # noqa: PLC0415 - only who opens an archive for writing asks

    place = os.path.realpath(path)
    if place.startswith("\\\\"):
        return True
    mounts = [p for p in psutil.disk_partitions(all=True) if _holds(p.mountpoint, place)]
    mount = max(mounts, key=lambda p: len(p.mountpoint), default=None)
    return mount is not None and (mount.fstype in _NETWORK or "remote" in mount.opts.split(","))


def _holds(mountpoint: str, place: str) -> bool:
    try:
        return os.path.commonpath((mountpoint, place)) == os.path.normpath(mountpoint)
    except ValueError:  # another drive
        return False
