namespace EngageBot.Reports.Html;

/// <summary>A column of a table.</summary>
/// <param name="Cell">What stands in it for a row.</param>
/// <param name="IsText">Written from its own side; figures stand below one another.</param>
/// <param name="IsName">A name that somebody chose.</param>
internal sealed record TableColumn<T>(string Heading, Func<T, string> Cell, bool IsText = false, bool IsName = false)
{
    /// <summary>What the heading means.</summary>
    public Definition? Definition { get; init; }
}
