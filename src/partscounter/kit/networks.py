"""Whose address it is: what is counted by address is counted by network, where one caller has endless addresses."""

from ipaddress import IPv6Address, ip_address, ip_network


def network_of(address: str) -> str:
    """Of IPv6 the network of 64 bits, which is what one customer of a provider has; else the address as it is.

    An IPv4 address in the guise of IPv6, as a server that listens for both sees it, is one of IPv4.
    """
    try:
        host = ip_address(address)
    except ValueError:
        return address
    if not isinstance(host, IPv6Address):
        return str(host)
    if host.ipv4_mapped is not None:
        return str(host.ipv4_mapped)
    return str(ip_network((host.packed, 64), strict=False))
