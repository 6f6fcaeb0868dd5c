namespace EngageBot.ReplyGraph;

/// <summary>What is kept of a text when it is gone.</summary>
/// <param name="Promotion">How probably it is promotion, in thousandths; null where it was not scored.</param>
/// <param name="Sketch">64 bits in which near copies differ little; null for a short text.</param>
/// <param name="Domains">Whom it links to, each once.</param>
internal sealed record TextTraces(int? Promotion, long? Sketch, IReadOnlyList<string> Domains)
{
    public static TextTraces None { get; } = new(null, null, []);
}
