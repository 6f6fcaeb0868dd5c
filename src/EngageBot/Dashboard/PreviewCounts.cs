namespace EngageBot.Dashboard;

/// <summary>How much would have been said.</summary>
/// <param name="Asks">Private questions to people.</param>
/// <param name="Shown">Posts shown to everybody.</param>
public sealed record PreviewCounts(int Asks, int Shown)
{
    public int All => Asks + Shown;
}
