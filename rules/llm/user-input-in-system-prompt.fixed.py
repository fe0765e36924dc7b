from flask import Flask, jsonify, request
from flask_login import login_required
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()
SYSTEM = "You are a helpful assistant that explains the topic that the user names."


@app.post("/chat")
@login_required
def chat():
    topic = request.get_json()["topic"][:200]
    messages = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": topic}]
    answer = client.chat.completions.create(model="gpt-5", max_completion_tokens=800, messages=messages)
    return jsonify(text=answer.choices[0].message.content)
