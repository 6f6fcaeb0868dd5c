namespace EngageBot.Host.Web.Playground;

/// <summary>What a visitor wants to see.</summary>
/// <param name="As">The member as whom he looks.</param>
/// <param name="Message">The one that he chose; null for none.</param>
internal sealed record PlaygroundSight(string? As, string? Channel, long? Message)
{
    /// <summary>What went wrong; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>To be filled in; null for none.</summary>
    public PlaygroundForm? Form { get; init; }

    /// <summary>Where it is to be seen.</summary>
    public string Address =>
        PlaygroundLinks.To(As ?? string.Empty, Channel ?? string.Empty) + (Message is { } number ? FormattableString.Invariant($"&message={number}#m{number}") : string.Empty);
}
