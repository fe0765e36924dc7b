from datasets import load_dataset
from huggingface_hub import snapshot_download
from transformers import AutoModel

# ruleid: llm/model-unpinned
model = AutoModel.from_pretrained("acme/reader")
# ruleid: llm/model-unpinned
data = load_dataset("acme/letters")
# ruleid: llm/model-unpinned
path = snapshot_download(repo_id="acme/reader")
# ok: llm/model-unpinned
pinned = AutoModel.from_pretrained("acme/reader", revision="4f5c1b0e9d")
# ok: llm/model-unpinned
local = AutoModel.from_pretrained("./models/reader")
# ok: llm/model-unpinned
folder = AutoModel.from_pretrained(model_dir)
