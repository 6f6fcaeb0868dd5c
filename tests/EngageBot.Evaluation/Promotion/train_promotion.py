"""Fits the promotion model on features that the C# program wrote, cross-validates it, and writes the model file.

    train_promotion.py FEATURES.jsonl MODEL [REPEATS]

Three models see a text: logistic regression on words and pairs, logistic regression on pieces of words, boosted trees on traits. The mean of their
margins goes through a logistic curve, so that the score is a probability. Texts that share templates stay in one fold; the scales, the curve and the
threshold are found by folds within the training part of each fold, never on what is tested.
"""
import json
import re
import struct
import sys
from collections import Counter

import numpy as np
import scipy.sparse as sp
import xgboost as xgb
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score, precision_score, recall_score, roc_auc_score
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

PLACES = 1 << 17
TREES, DEPTH, RATE, BAGS = 150, 3, 0.05, 2


def read(path):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    return (rows, np.array([row["traits"] for row in rows], np.float32), matrix(rows, "words"), matrix(rows, "pieces"),
            np.array([int(row["promotion"]) for row in rows]))


def matrix(rows, name):
    places, ends = [], [0]
    for row in rows:
        places += row[name]
        ends.append(len(places))
    counts = sp.csr_matrix((np.ones(len(places)), places, ends), shape=(len(rows), PLACES))
    counts.sum_duplicates()
    return counts


def templates(rows):
    """A number for each group of near copies: texts that share a third of the shorter one's runs of three words."""
    runs = []
    for row in rows:
        words = re.findall(r"\w+", re.sub(r"https?://\s*\S+", "URL", row["text"].lower()))
        runs.append({" ".join(words[at:at + 3]) for at in range(max(1, len(words) - 2))})
    parent, seen = list(range(len(rows))), {}

    def root(at):
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for at, own in enumerate(runs):
        shared = Counter(other for run in own for other in seen.get(run, [])[:200])
        for other, count in shared.items():
            if count * 10 >= 3 * min(len(own), len(runs[other])):
                # The lowest number names the group, so that the folds are the same in every run.
                parent[max(root(at), root(other))] = min(root(at), root(other))
        for run in own:
            seen.setdefault(run, []).append(at)
    return np.array([root(at) for at in range(len(rows))])


class Linear:
    """tf-idf and logistic regression. A word that comes twice counts twice, in the length as well: so the program need not count."""

    def __init__(self, counts, labels, least):
        seen = counts.getnnz(0)
        self.idf = np.where(seen >= least, np.log((1 + counts.shape[0]) / (1 + seen)) + 1, 0)
        self.model = LogisticRegression(C=3, class_weight="balanced", max_iter=500, solver="liblinear", random_state=0).fit(self.scaled(counts), labels)
        self.weights, self.bias = self.model.coef_[0], float(self.model.intercept_[0])

    def scaled(self, counts):
        length = np.sqrt(counts @ (self.idf ** 2))
        length[length == 0] = 1
        return (sp.diags(1 / length) @ (counts @ sp.diags(self.idf))).tocsr()

    def margins(self, counts):
        return self.scaled(counts) @ self.weights + self.bias


class Trees:
    def __init__(self, traits, labels):
        data = xgb.DMatrix(traits, labels)
        self.bags = [xgb.train(dict(objective="binary:logistic", eta=RATE, max_depth=DEPTH, subsample=.7, colsample_bytree=.4, min_child_weight=3,
                                    reg_lambda=3, nthread=1, seed=seed), data, TREES) for seed in range(BAGS)]

    def margins(self, traits):
        return np.mean([bag.predict(xgb.DMatrix(traits), output_margin=True) for bag in self.bags], axis=0)


class Ensemble:
    def __init__(self, data, at, groups, seed):
        traits, words, pieces, labels = data
        outer = [part[at] for part in (traits, words, pieces)]
        inside = np.zeros((len(at), 3))
        for train, test in StratifiedGroupKFold(4, shuffle=True, random_state=seed).split(at, labels[at], groups[at]):
            inside[test] = np.column_stack(self.fit([part[train] for part in outer], labels[at][train])([part[test] for part in outer]))
        self.mean, self.spread = inside.mean(0), inside.std(0)
        curve = LogisticRegression(C=1e6).fit(self.mixed(inside)[:, None], labels[at])
        self.slope, self.shift = float(curve.coef_[0, 0]), float(curve.intercept_[0])
        self.threshold = best_threshold(labels[at], self.probability(inside))
        self.margins = self.fit(outer, labels[at])

    def fit(self, parts, labels):
        traits, words, pieces = parts
        self.words, self.pieces, self.trees = Linear(words, labels, 1), Linear(pieces, labels, 2), Trees(traits, labels)
        words_model, pieces_model, trees_model = self.words, self.pieces, self.trees
        return lambda given: (words_model.margins(given[1]), pieces_model.margins(given[2]), trees_model.margins(given[0]))

    def mixed(self, margins):
        return ((margins - self.mean) / self.spread).mean(1)

    def probability(self, margins):
        return 1 / (1 + np.exp(-(self.slope * self.mixed(margins) + self.shift)))

    def scores(self, parts):
        return self.probability(np.column_stack(self.margins(parts)))


def best_threshold(labels, scores):
    """The highest threshold whose F1, smoothed, is within a hundredth of the best: the single best point is luck, and of equals the preciser counts."""
    grid = np.arange(.05, .75, .01)
    found = np.array([f1_score(labels, scores >= at) for at in grid])
    smooth = np.convolve(np.pad(found, 4, mode="edge"), np.ones(9) / 9, mode="valid")
    return float(grid[np.nonzero(smooth >= smooth.max() - .01)[0][-1]])


def calibration_error(labels, scores):
    bins = np.minimum((scores * 10).astype(int), 9)
    return sum((bins == at).mean() * abs(labels[bins == at].mean() - scores[bins == at].mean()) for at in range(10) if (bins == at).any())


def cross_validate(name, data, groups, splits, seed):
    labels = data[3]
    scores, judged = np.zeros(len(labels)), np.zeros(len(labels), bool)
    for train, test in splits:
        model = Ensemble(data, train, groups, seed)
        scores[test] = model.scores([part[test] for part in data[:3]])
        judged[test] = scores[test] >= model.threshold
    figures = (f1_score(labels, judged), roc_auc_score(labels, scores), precision_score(labels, judged), recall_score(labels, judged),
               average_precision_score(labels, scores), calibration_error(labels, scores))
    print(f"{name}: F1 {figures[0]:.3f}  AUC {figures[1]:.3f}  precision {figures[2]:.3f}  recall {figures[3]:.3f}  "
          f"average precision {figures[4]:.3f}  calibration error {figures[5]:.3f}", flush=True)
    return figures


def write(path, model):
    scale = model.slope / 3
    bias = model.shift - scale * float((model.mean / model.spread).sum())
    bias += scale * (model.words.bias / model.spread[0] + model.pieces.bias / model.spread[1])
    with open(path, "wb") as file:
        file.write(struct.pack("<4siiff", b"EBPM", 1, PLACES, bias, model.threshold))
        for linear, spread in ((model.words, model.spread[0]), (model.pieces, model.spread[1])):
            weights = linear.weights * scale / spread
            # The length of the longest vector is quantised together with the weights: both in 8 bits.
            weight_step, idf_step = np.abs(weights).max() / 127, linear.idf.max() / 255
            file.write(struct.pack("<ff", weight_step, idf_step))
            file.write(np.rint(weights / weight_step).astype(np.int8).tobytes())
            file.write(np.rint(linear.idf / idf_step).astype(np.uint8).tobytes())
        write_trees(file, model.trees, scale / model.spread[2] / BAGS)


def write_trees(file, trees, scale):
    dumps = [json.loads(tree) for bag in trees.bags for tree in bag.get_dump(dump_format="json")]
    file.write(struct.pack("<i", len(dumps)))
    for tree in dumps:
        nodes = []
        collect(tree, nodes)
        numbers = {node["nodeid"]: at for at, node in enumerate(nodes)}
        file.write(struct.pack("<B", len(nodes)))
        for node in nodes:
            if "leaf" in node:
                file.write(struct.pack("<BBBf", 255, 0, 0, node["leaf"] * scale))
            else:
                file.write(struct.pack("<BBBf", int(node["split"][1:]), numbers[node["yes"]], numbers[node["no"]], node["split_condition"]))


def collect(node, nodes):
    nodes.append(node)
    for child in node.get("children", []):
        collect(child, nodes)


def main(features, path, repeats=2):
    rows, traits, words, pieces, labels = read(features)
    groups, data = templates(rows), (traits, words, pieces, labels)
    print(f"{len(rows)} posts, {labels.sum()} of them promotion, {len(set(groups))} groups of near copies")
    found = [cross_validate(f"five folds by groups, seed {seed}", data, groups,
                            list(StratifiedGroupKFold(5, shuffle=True, random_state=seed).split(labels, labels, groups)), seed) for seed in range(1, repeats + 1)]
    mean = np.mean(found, axis=0)
    print(f"mean by groups: F1 {mean[0]:.3f}  AUC {mean[1]:.3f}  average precision {mean[4]:.3f}  calibration error {mean[5]:.3f}")
    cross_validate("five plain folds", data, groups, list(StratifiedKFold(5, shuffle=True, random_state=1).split(labels, labels)), 1)
    model = Ensemble(data, np.arange(len(labels)), groups, 1)
    write(path, model)
    print(f"threshold {model.threshold:.2f}; written to {path}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 2)
