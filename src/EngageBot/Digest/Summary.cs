namespace EngageBot.Digest;

/// <summary>A week of a community.</summary>
internal sealed record Summary
{
    /// <summary>How many posts got their first answer.</summary>
    public required int AnsweredPosts { get; init; }

    /// <summary>The last of them.</summary>
    public required IReadOnlyList<DigestPost> Answered { get; init; }

    /// <summary>Posts that still wait, newcomers' first.</summary>
    public required IReadOnlyList<DigestPost> Waiting { get; init; }

    /// <summary>Some who answered others.</summary>
    public required IReadOnlyList<DigestPerson> Answerers { get; init; }

    /// <summary>How many did besides.</summary>
    public required int OtherAnswerers { get; init; }

    /// <summary>Some who brought others together.</summary>
    public required IReadOnlyList<DigestPerson> Connectors { get; init; }

    public bool IsEmpty => AnsweredPosts == 0 && Waiting.Count == 0 && Connectors.Count == 0;

    /// <summary>The messages that it stands on, each once.</summary>
    public IReadOnlyList<long> About =>
        [.. Answered.Concat(Waiting).Select(post => post.Message).Concat(Answerers.Concat(Connectors).Select(person => person.Message)).Distinct()];
}
