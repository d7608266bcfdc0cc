"""Tell public internet addresses from those that a web page must not lead to.

A page that this machine can reach and its author cannot, the router's, a cloud's metadata or a
service on loopback, is not for a redirect or a feed to fetch.
"""

import ipaddress
from ipaddress import IPv4Address, IPv6Address, IPv6Network


def is_public(address: str) -> bool:
    """Whether everybody on the internet could reach the same machine at this numeric address.

    An IPv6 address that stands for an IPv4 one is judged by that.

    >>> is_public("1.1.1.1"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    found = ipaddress.ip_address(address)
    inner = _inner(found) if isinstance(found, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    return found.is_global and not found.is_multicast


_NAT64 = IPv6Network("64:ff9b::/96")


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a mapped, 6to4, Teredo or NAT64 one leads to."""
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
