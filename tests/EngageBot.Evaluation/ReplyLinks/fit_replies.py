#!/usr/bin/env python3
"""Fits boosted trees that rank the lines a line may answer. Called by `train reply-links`; needs Debian's python3-xgboost and python3-numpy.

usage: fit_replies.py FOLDER COLUMNS TREES DEPTH

FOLDER holds what the C# side wrote:
  rows.f32   a row of features for each candidate, the first of each line for "itself"
  about.i32  for each row: log, line, candidate line (-1: itself), 1 right, 0 wrong, -1 not labelled
  logs.txt   for each log its name, how much its labels weigh, and a number; logs of one number go into one fold
Only the first COLUMNS features are used (0: all). Logs are dealt to five folds by their numbers. Written into FOLDER:
  scores.f32      the score of each row by the model that did not see its log
  model.json      the model of all logs
  sharpness.txt   what scores are multiplied by before the softmax, so that probabilities are true on logs not seen
"""
import os
import sys

import numpy as np
import xgboost as xgb

FOLDS = 5
SEED = 7
EASY = 0.15  # of the candidates that an earlier model found hopeless so many are kept


def read(folder, columns):
    about = np.fromfile(f"{folder}/about.i32", dtype=np.int32).reshape(-1, 4)
    width = os.path.getsize(f"{folder}/rows.f32") // 4 // len(about)
    rows = np.memmap(f"{folder}/rows.f32", dtype=np.float32, mode="r", shape=(len(about), width))
    logs = [line.split() for line in open(f"{folder}/logs.txt")]
    weights = np.array([float(log[1]) for log in logs], np.float32)
    return about, rows[:, : columns or width], weights, np.array([int(log[2]) for log in logs]) % FOLDS


def starts_of(about):
    return np.flatnonzero(about[:, 2] == -1)


def spread(values, starts, total):
    return np.repeat(values, np.diff(np.append(starts, total)))


def softmax(scores, starts):
    total = len(scores)
    powers = np.exp(scores - spread(np.maximum.reduceat(scores, starts), starts, total))
    return powers / spread(np.add.reduceat(powers, starts), starts, total)


def objective(right, starts, weights):
    """Cross-entropy of the softmax over a line's candidates; where several are right, half is shared as the model sees them, half evenly."""
    total = len(right)
    number = np.add.reduceat(right, starts)
    evenly = right / spread(np.maximum(number, 1), starts, total)
    weights = weights * spread(number > 0, starts, total)

    def gradient(scores, _):
        found = softmax(scores, starts)
        shared = found * right
        shared /= spread(np.maximum(np.add.reduceat(shared, starts), 1e-9), starts, total)
        aim = (shared + evenly) / 2
        return (found - aim) * weights, 2 * np.maximum(found * (1 - found), 1e-3) * weights + 1e-6

    return gradient


def fit(about, rows, weights, chosen, trees, depth):
    about = about[chosen]
    right = (about[:, 3] == 1).astype(np.float32)
    settings = dict(max_depth=depth, eta=0.1, subsample=0.7, colsample_bytree=0.5, min_child_weight=5, reg_lambda=2, tree_method="hist",
                    max_bin=128, nthread=int(os.environ.get("OMP_NUM_THREADS", "2")), base_score=0.0, seed=SEED)
    data = xgb.DMatrix(np.ascontiguousarray(rows[chosen]), label=right)
    return xgb.train(settings, data, trees, obj=objective(right, starts_of(about), weights[about[:, 0]]))


def scores_of(model, rows, chosen):
    return model.predict(xgb.DMatrix(np.ascontiguousarray(rows[chosen])), output_margin=True)


def sharpness_of(about, scores):
    """For the choices made: the chance of the best candidate against whether it was right."""
    starts = starts_of(about)
    ends = np.append(starts[1:], len(about))
    best = np.array([start + np.argmax(scores[start:end]) for start, end in zip(starts, ends)])
    best = best[about[best, 3] >= 0]
    right = about[best, 3] == 1

    def loss(sharpness):
        chance = np.clip(softmax(scores * sharpness, starts)[best], 1e-6, 1 - 1e-6)
        return -np.where(right, np.log(chance), np.log(1 - chance)).mean()

    return min(np.arange(0.7, 1.5, 0.01), key=loss)


def share_right(about, scores):
    starts = starts_of(about)
    ends = np.append(starts[1:], len(about))
    labelled = [(start, end) for start, end in zip(starts, ends) if about[start, 3] >= 0]
    return np.mean([about[start + np.argmax(scores[start:end]), 3] == 1 for start, end in labelled])


def main():
    folder, columns, trees, depth = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    about, rows, weights, fold = read(folder, columns)
    labelled = about[:, 3] >= 0
    first = f"{folder}/easy.u1"
    if os.path.exists(first):
        easy = np.fromfile(first, dtype=np.uint8) == 1
        labelled &= ~easy | (np.random.RandomState(SEED).rand(len(about)) < EASY)
    scores = np.zeros(len(about), np.float32)
    for number in range(FOLDS):
        seen = fold[about[:, 0]] != number
        scores[~seen] = scores_of(fit(about, rows, weights, seen & labelled, trees, depth), rows, ~seen)
        print(f"fold {number + 1} of {FOLDS}: {100 * share_right(about[~seen], scores[~seen]):.2f}% of lines right", flush=True)
    scores.tofile(f"{folder}/scores.f32")
    sharpness = sharpness_of(about, scores)
    open(f"{folder}/sharpness.txt", "w").write(f"{sharpness:.2f}\n")
    fit(about, rows, weights, labelled, trees, depth).save_model(f"{folder}/model.json")
    print(f"all folds: {100 * share_right(about, scores):.2f}% of lines right; sharpness {sharpness:.2f}", flush=True)


main()
