"""python3 assistant.py [port]: an assistant for `dramatis run --assistant http://127.0.0.1:8080`. It remembers by user_id what it
was given and told, and takes the option that shares the rarest words with that: it reads words, not meaning."""
import json, re, sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

people = {}  # user_id -> sentences that were given or told, what was said to that person, what was offered last
COMMON = set("about does from have just know like much that them there they this told what when where which with would your".split())
words = lambda text: {word for word in re.findall("[a-z]+", text.lower()) if len(word) > 3} - COMMON

def answer(request):
    me = people.setdefault(request["user_id"], {"known": [], "said": [], "offered": None})
    texts = [document["text"] for document in request.get("materials", {}).get("documents", [])]
    texts += [message["content"] for message in request["messages"] if message["role"] == "user"]
    lines = [line for text in texts for line in re.split(r"(?<=[.!?])\s+", text)]
    me["known"] += [line for line in lines if line[-1:] != "?" and line not in me["known"]]
    options, last = {option["id"]: option for option in request["options"]}, texts[-1]
    shared = lambda line: len(words(line) & words(last))
    new = lambda *lines: next((line for line in lines if line not in me["said"]), lines[-1])  # what was not said yet
    if (old := me["offered"]) in options and "?" in last and "which" not in last.lower():  # of what was offered
        about = options[old].get("details", []) + [f"It {point}." for point in options[old]["points"]]
        text, best = new(*sorted(about, key=shared, reverse=True)), old
    elif options:
        bags = {id: words(json.dumps(option)) for id, option in options.items()}
        rarity = lambda word: 1 / sum(word in bag for bag in bags.values())
        best = max(bags, key=lambda id: sum(map(rarity, bags[id] & words(" ".join([*me["known"], last])))))
        name, pitch, points = (options[best][key] for key in ("name", "pitch", "points"))
        text = new(f"I would take {name}, {pitch}.", *[f"{name} {point}." for point in points], f"Still {name}.")
    else:  # about the person, or just talk
        line, best = max((line for line in me["known"] if line not in last), key=shared, default=""), None
        idle = ["I don't know.", "You haven't told me.", "I have nothing on that."] if "?" in last else ["Noted.", "I see."]
        text = f"What I have from you: {line}" if shared(line) else new(*idle)
    me["said"], me["offered"] = [*me["said"], text], best
    return {"text": text, "choice": best}

class Assistant(BaseHTTPRequestHandler):
    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["content-length"])))
        people.pop(request["user_id"] if request.get("reset") else None, None)
        self.send_response_only(200)  # answers `end_session` and `reset` with an empty object
        self.end_headers()
        self.wfile.write(json.dumps(answer(request) if "messages" in request else {}).encode())

server = ThreadingHTTPServer(("127.0.0.1", int([*sys.argv, 8080][1])), Assistant)
print(f"listening on http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
