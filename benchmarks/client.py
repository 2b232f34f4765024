"""Asks a server for pages over several connections; a process of its own, so as not to slow the server's.

Reads one JSON object from standard input: host, port, connections, seconds, expected (a status), requests
([path, headers] each, taken in turn). Writes one to standard output: milliseconds (of each answer), seconds,
bytes (of all bodies), unexpected (statuses that were not expected, with an example path).
"""

import http.client
import json
import sys
import threading
import time


class Connection(threading.Thread):
    """One connection, kept open as long as the server does."""

    def __init__(self, order: dict, position: int):
        super().__init__()
        self.order, self.position = order, position
        self.milliseconds: list[float] = []
        self.bytes = 0
        self.unexpected: dict[str, str] = {}

    def run(self) -> None:
        connection = http.client.HTTPConnection(self.order["host"], self.order["port"], timeout=30)
        requests = self.order["requests"]
        end = time.perf_counter() + self.order["seconds"]
        turn = self.position
        while time.perf_counter() < end:
            path, headers = requests[turn % len(requests)]
            turn += self.order["connections"]
            self.ask(connection, path, headers)
        connection.close()

    def ask(self, connection: http.client.HTTPConnection, path: str, headers: dict) -> None:
        start = time.perf_counter()
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        self.bytes += len(response.read())
        self.milliseconds.append((time.perf_counter() - start) * 1000)
        if response.status != self.order["expected"]:
            self.unexpected[str(response.status)] = path


def main() -> None:
    order = json.load(sys.stdin)
    connections = [Connection(order, position) for position in range(order["connections"])]
    start = time.perf_counter()
    for connection in connections:
        connection.start()
    for connection in connections:
        connection.join()
    seconds = time.perf_counter() - start
    unexpected = {}
    for connection in connections:
        unexpected |= connection.unexpected
    json.dump(
        {
            "milliseconds": [value for connection in connections for value in connection.milliseconds],
            "seconds": seconds,
            "bytes": sum(connection.bytes for connection in connections),
            "unexpected": unexpected,
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
