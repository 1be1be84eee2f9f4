# SPDX-License-Identifier: Apache-2.0
"""A server that takes scans from one token. Writes its port to ./port and every request to ./requests."""

import http.server
import json


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with open("requests", "a") as log:
            log.write(f"{self.path} {self.headers['Authorization']} {body}\n")
        wrong = self.headers["Authorization"] != "Bearer cl_" + "tok_good"
        answer = json.dumps({"message": "unknown token"} if wrong else {"id": "s_server", "status": "queued"}).encode()
        self.send_response(401 if wrong else 200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *words):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
open("port", "w").write(str(server.server_port))
server.serve_forever()
