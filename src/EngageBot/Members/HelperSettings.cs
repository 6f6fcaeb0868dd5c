namespace EngageBot.Members;

/// <summary>What a helper said of himself, as he wrote it; empty where he said nothing.</summary>
internal sealed record HelperSettings(string Topics, string Hours, string Zone)
{
    public static readonly HelperSettings None = new(string.Empty, string.Empty, string.Empty);
}
