from fastapi import FastAPI, Request
from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()
SYSTEM = "You are a helpful assistant."


@app.post("/chat")
def chat():
    data = request.get_json()
    messages = [
        # ruleid: llm/user-input-in-system-prompt
        {"role": "system", "content": f"You are an expert in {data['topic']}."},
        {"role": "user", "content": data["question"]},
    ]
    return client.chat.completions.create(model="gpt-4o", messages=messages).choices[0].message.content


@app.post("/claude")
def claude():
    # ruleid: llm/user-input-in-system-prompt
    return anthropic.messages.create(model="claude-sonnet-4-5", max_tokens=500, system=request.json["persona"], messages=[]).content[0].text


@app.post("/rules")
def rules():
    # ruleid: llm/user-input-in-system-prompt
    return client.responses.create(model="gpt-4o", instructions="Rules: " + request.form["rules"], input="Hi").output_text


@app.post("/chat-constant")
def chat_constant():
    messages = [
        # ok: llm/user-input-in-system-prompt
        {"role": "system", "content": SYSTEM},
        # ok: llm/user-input-in-system-prompt
        {"role": "user", "content": request.json["question"]},
    ]
    return client.chat.completions.create(model="gpt-4o", messages=messages).choices[0].message.content


@app.post("/claude-constant")
def claude_constant():
    # ok: llm/user-input-in-system-prompt
    return anthropic.messages.create(model="claude-sonnet-4-5", max_tokens=500, system=SYSTEM, messages=[]).content[0].text
