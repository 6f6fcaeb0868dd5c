"""Fits the model that ranks who could answer a post, a conditional logit, from what `train responders` writes.

python3 responders.py FEATURES.tsv MODEL.txt [--date YYYY-MM-DD]

Prints hit@1/3/5 and MRR of ten-fold cross-validation over files beside "most recent speaker", then fits on all and writes the model. Queries that nobody
among the candidates answered count as missed. Signs that must hold in any community are held: whoever spoke later, answered more or knows the topic is
never ranked lower for it; what one channel's habits would turn around is not learnt.
"""
import argparse
import csv

import numpy as np
from scipy.optimize import minimize

UP = {
    "answers_here", "helped", "answer_share", "help_share", "to_author", "from_author", "replies_to_author", "replies_from_author", "mentioned",
    "topics_answered", "topics_written", "hour", "here_share", "lines_here", "lines_in_window",
}
DOWN = {"speakers_since", "lines_since", "gaps_since", "not_in_window", "gaps_since_answer", "ask_share", "asked_last", "asked_in_window",
        "addressed_other_last", "just_addressed", "spoken_to"}
UNUSED = {"lines", "address_share", "alone"}
FOLDS, PENALTY = 10, 1e-3


def read(path):
    with open(path) as file:
        rows = csv.reader(file, delimiter="\t")
        names = next(rows)[4:]
        queries, groups, answered, features = [], [], [], []
        for row in rows:
            if not queries or queries[-1] != row[0]:
                groups.append(row[1])
                answered.append([])
                features.append([])
            queries.append(row[0])
            answered[-1].append(int(row[2]))
            features[-1].append([float(value) for value in row[4:]])
    return names, groups, [np.array(one) for one in answered], [np.array(one) for one in features]


def fit(names, answered, features):
    usable = [at for at, one in enumerate(answered) if one.any()]
    x = np.concatenate([features[at] for at in usable])
    sizes = [len(answered[at]) for at in usable]
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    share = np.concatenate([answered[at] / answered[at].sum() for at in usable])
    scale = x.std(0) + 1e-9
    x = (x - x.mean(0)) / scale
    count = len(usable)

    def loss(weights):
        z = x @ weights
        z = z - np.repeat(np.maximum.reduceat(z, starts), sizes)
        e = np.exp(z)
        total = np.repeat(np.add.reduceat(e, starts), sizes)
        value = -(share * (z - np.log(total))).sum() / count + PENALTY * (weights ** 2).sum()
        return value, x.T @ (e / total - share) / count + 2 * PENALTY * weights

    bounds = [(0, 0) if name in UNUSED else (0, None) if name in UP else (None, 0) if name in DOWN else (None, None) for name in names]
    return minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500}).x / scale


def measure(answered, scores):
    hits, reciprocal = np.zeros(3), 0.0
    for truth, score in zip(answered, scores):
        places = np.nonzero(truth[np.argsort(-score, kind="stable")])[0]
        if len(places):
            hits += places[0] < np.array([1, 3, 5])
            reciprocal += 1 / (1 + places[0]) if places[0] < 10 else 0
    return "hit@1/3/5 " + "/".join(f"{100 * hit / len(answered):.1f}" for hit in hits) + f", MRR {reciprocal / len(answered):.3f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("features")
    parser.add_argument("model")
    parser.add_argument("--date", default="")
    arguments = parser.parse_args()
    names, groups, answered, features = read(arguments.features)
    files = sorted(set(groups))
    folds = dict(zip(files, np.random.RandomState(0).permutation(len(files)) % FOLDS))
    fold = np.array([folds[group] for group in groups])
    scores = [None] * len(answered)
    for held in range(FOLDS):
        train = np.nonzero(fold != held)[0]
        weights = fit(names, [answered[at] for at in train], [features[at] for at in train])
        for at in np.nonzero(fold == held)[0]:
            scores[at] = features[at] @ weights
    figures = [
        f"{len(answered)} questions that were answered, in {len(files)} files; ten-fold cross-validation over files:",
        f"most recent speaker: {measure(answered, [-np.arange(len(one)) for one in answered])}",
        f"this model: {measure(answered, scores)}",
    ]
    print("\n".join(figures))
    weights = fit(names, answered, features)
    with open(arguments.model, "w") as file:
        file.write("# Who could answer a post: weights of ResponderFeatures, a conditional logit. Made " + arguments.date + " from the labelled IRC logs (train):\n")
        file.write("# the verbs convert and train responders, then tests/EngageBot.Evaluation/Training/responders.py.\n")
        for figure in figures:
            file.write(f"# {figure}\n")
        for name, weight in zip(names, weights):
            file.write(f"{name} {weight:.5f}\n")


if __name__ == "__main__":
    main()
