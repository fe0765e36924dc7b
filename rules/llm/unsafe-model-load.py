import joblib
import numpy as np
import torch
from datasets import load_dataset
from huggingface_hub import hf_hub_download
from transformers import AutoModel


def checkpoint(path):
    # ruleid: llm/unsafe-model-load
    return torch.load(path, map_location="cpu", weights_only=False)


def remote(name):
    # ruleid: llm/unsafe-model-load
    return AutoModel.from_pretrained(name, trust_remote_code=True)


def arrays(path):
    # ruleid: llm/unsafe-model-load
    return np.load(path, allow_pickle=True)


def data(name):
    # ruleid: llm/unsafe-model-load
    return load_dataset(name, trust_remote_code=True)


def classifier(repo):
    path = hf_hub_download(repo, "model.joblib")
    # ruleid: llm/unsafe-model-load
    return joblib.load(path)


def weights(path):
    # ok: llm/unsafe-model-load
    return torch.load(path, map_location="cpu", weights_only=True)


def pinned(name):
    # ok: llm/unsafe-model-load
    return AutoModel.from_pretrained(name, revision="main")


def plain_arrays(path):
    # ok: llm/unsafe-model-load
    return np.load(path)


def own(path):
    # ok: llm/unsafe-model-load
    return joblib.load(path)
