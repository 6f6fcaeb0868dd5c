namespace EngageBot.History;

/// <summary>How a history is to be read.</summary>
public sealed record HistoryOptions
{
    /// <summary>The format; found from the content where it is not given.</summary>
    public HistoryFormat? From { get; init; }

    /// <summary>The day an IRC log without a date in its name is of.</summary>
    public DateOnly? Date { get; init; }
}
