"""Nobody telephones home: neither the tests nor a process they start can open a network socket."""

import socket
import sys

# Local sockets never leave the machine; processes that work together may need them.
LOCAL = {socket.AF_UNIX} if hasattr(socket, "AF_UNIX") else set()


def refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise when a socket that could leave the machine is made, or a host's address is asked for."""
    if event == "socket.__new__" and arguments[1] not in LOCAL:
        raise AssertionError("a network socket was opened")
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        raise AssertionError("a host was looked up")


sys.addaudithook(refuse_the_network)
