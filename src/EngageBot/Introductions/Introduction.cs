namespace EngageBot.Introductions;

/// <summary>Two people who could be introduced to each other, and why. All of it is what both may read.</summary>
public sealed record Introduction
{
    public required string One { get; init; }

    public required string Other { get; init; }

    /// <summary>Words that both use where every member may read, what tells most first.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Names of channels in which both write.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Names of people with whom both have talked where every member may read.</summary>
    public required IReadOnlyList<string> Contacts { get; init; }

    /// <summary>"both write about telescopes and lenses; both are in #sky; both have talked with Kim".</summary>
    public string Reason => string.Join("; ", Parts);

    private IEnumerable<string> Parts
    {
        get
        {
            if (Topics.Count > 0)
            {
                yield return "both write about " + Listed(Topics);
            }

            if (Channels.Count > 0)
            {
                yield return "both are in " + Listed([.. Channels.Select(name => name.StartsWith('#') || name.StartsWith('&') ? name : "#" + name)]);
            }

            if (Contacts.Count > 0)
            {
                yield return "both have talked with " + Listed(Contacts);
            }
        }
    }

    private static string Listed(IReadOnlyList<string> things) => things.Count == 1 ? things[0] : $"{string.Join(", ", things.Take(things.Count - 1))} and {things[^1]}";
}
