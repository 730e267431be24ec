"""No byte leaves: in the whole suite, and in every command it starts, no network socket is opened."""

import socket
import subprocess
import sys

import pytest

CALL = "import socket; socket.create_connection(('127.0.0.1', 9))"


def test_a_network_socket_cannot_be_opened_while_tests_run():
    with pytest.raises(AssertionError, match="network socket"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def test_a_host_cannot_be_looked_up_while_tests_run():
    with pytest.raises(AssertionError, match="looked up"):
        socket.getaddrinfo("example.org", 443)


def test_a_program_that_the_tests_start_cannot_reach_the_network_either():
    called = subprocess.run([sys.executable, "-c", CALL], capture_output=True, text=True, check=False)
    assert called.returncode == 1
    assert "AssertionError: a host was looked up" in called.stderr
