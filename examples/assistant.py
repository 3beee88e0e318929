"""python3 assistant.py [port]: an assistant for `dramatis run --assistant http://127.0.0.1:8080`. It remembers by user_id what it
was given and told and takes the option that shares the rarest words with that: it reads words, not meaning."""
import json, re, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

memory = {}  # user_id -> lines that were given or told


def words(text):
    return {word for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 3}


def answer(request):
    known, materials = memory.setdefault(request["user_id"], []), request.get("materials", {})
    known += [document["text"] for document in materials.get("documents", [])]
    said = [message["content"] for message in request["messages"] if message["role"] == "user"]
    known += [line for line in said if line not in known]
    if not request["options"]:
        told = max(known, key=lambda line: len(words(line) & words(said[-1])) * (line != said[-1]))
        return {"text": f"What I have from you on that: {told}"}
    options = {option["id"]: words(json.dumps(option)) for option in request["options"]}
    rarity = lambda word: 1 / sum(word in others for others in options.values())
    score = lambda option: sum(map(rarity, options[option["id"]] & words(" ".join(known))))
    best = max(request["options"], key=score)
    return {"text": "; ".join([f"I would take {best['name']}, {best['pitch']}", *best["points"]]), "choice": best["id"]}


class Assistant(BaseHTTPRequestHandler):
    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if request.get("reset"):
            memory.pop(request["user_id"], None)
        self.send_response_only(200)  # answers `end_session` and `reset` with an empty object
        self.end_headers()
        self.wfile.write(json.dumps(answer(request) if "messages" in request else {}).encode())


server = ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8080), Assistant)
print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
