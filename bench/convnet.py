"""A small convolutional network, the honest upper mark: what ten yes/no classifiers do not reach."""

import sys

import numpy as np
import torch
from torch import nn

from contest import Contest

EPOCHS = 5
BATCH = 64


def images(pixels):
    return torch.from_numpy(pixels.astype(np.float32) / np.float32(255)).reshape(-1, 1, 28, 28)


def network():
    return nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Dropout(0.25), nn.Flatten(), nn.Linear(9216, 128), nn.ReLU(), nn.Dropout(0.5),
        nn.Linear(128, 10))


def fit(rows, labels):
    torch.manual_seed(1)
    model, truth = network(), torch.from_numpy(labels.astype(np.int64))
    optimiser = torch.optim.Adam(model.parameters())
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(rows)).split(BATCH):
            optimiser.zero_grad()
            nn.functional.cross_entropy(model(rows[batch]), truth[batch]).backward()
            optimiser.step()
    return model.eval()


def predict(model, rows):
    with torch.no_grad():
        return np.concatenate([model(part).argmax(1).numpy() for part in rows.split(500)])


if __name__ == "__main__":
    Contest(sys.argv[1]).run(images, fit, predict, f"PyTorch {torch.__version__}",
                             note=lambda model: f"{EPOCHS} epochs of Adam as it comes, batches of {BATCH}")
