"""How well each feature of introductions, and their combination, foretells who first replies to whom: `python3 introductions.py FEATURES.tsv`.

Reads what `train introductions` writes. AUC within each log, averaged over pairs who met; the combination by ten-fold cross-validation over logs, with
weights that are not negative. The weights that ship are plain ones near these: one channel of IRC cannot tell what channels are worth.
"""
import csv
import sys

import numpy as np
from scipy.optimize import minimize
from scipy.stats import rankdata

FOLDS = 10


def auc(met, score, logs):
    areas, weights = [], []
    for log in np.unique(logs):
        at = logs == log
        positive = met[at].sum()
        negative = at.sum() - positive
        if positive and negative:
            ranks = rankdata(score[at])
            areas.append((ranks[met[at] == 1].sum() - positive * (positive + 1) / 2) / (positive * negative))
            weights.append(positive)
    return np.average(areas, weights=weights)


def fit(x, met):
    def loss(weights):
        z = x @ weights[:-1] + weights[-1]
        p = 1 / (1 + np.exp(-z))
        value = -np.mean(met * np.log(p + 1e-12) + (1 - met) * np.log(1 - p + 1e-12)) + 1e-4 * (weights[:-1] ** 2).sum()
        return value, np.r_[x.T @ (p - met) / len(met) + 2e-4 * weights[:-1], np.mean(p - met)]

    bounds = [(0, None)] * x.shape[1] + [(None, None)]
    return minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds).x[:-1]


def main():
    with open(sys.argv[1]) as file:
        rows = csv.reader(file, delimiter="\t")
        names = next(rows)[3:]
        data = [(row[0], int(row[2]), [float(value) for value in row[3:]]) for row in rows]
    logs, met, x = np.array([one[0] for one in data]), np.array([one[1] for one in data]), np.array([one[2] for one in data])
    scale = x.std(0) + 1e-9
    folds = dict(zip(np.unique(logs), np.random.RandomState(0).permutation(len(np.unique(logs))) % FOLDS))
    fold = np.array([folds[log] for log in logs])
    score = np.zeros(len(met))
    for held in range(FOLDS):
        score[fold == held] = x[fold == held] @ (fit(x[fold != held] / scale, met[fold != held]) / scale)
    print(f"{len(met)} pairs, {met.sum()} met")
    for name, column, weight in zip(names, x.T, fit(x / scale, met) / scale):
        print(f"{name:16s} AUC {auc(met, column, logs):.3f}  weight {weight:.2f}")
    print(f"{'combined':16s} AUC {auc(met, score, logs):.3f}")
    for plain in sys.argv[2:]:
        print(f"{plain} AUC {auc(met, x @ np.array([float(one) for one in plain.split(',')]), logs):.3f}")


if __name__ == "__main__":
    main()
