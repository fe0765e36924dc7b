import numpy as np
import torch
from keras.models import load_model
from safetensors.torch import load_file
from transformers import AutoModel


def checkpoint(path):
    return torch.load(path, map_location="cpu", weights_only=True)


def weights(path):
    return load_file(path)


def keras(path):
    return load_model(path, safe_mode=True)


def remote(name, revision):
    return AutoModel.from_pretrained(name, revision=revision)


def arrays(path):
    return np.load(path, allow_pickle=False)
