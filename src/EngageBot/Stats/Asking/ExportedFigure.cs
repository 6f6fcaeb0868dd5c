namespace EngageBot.Stats.Asking;

/// <summary>A figure of a period, as it is handed out.</summary>
/// <param name="Name">Lower case, with its unit where it has one ("first_response_median_seconds"). Names stay as they are: programs read them.</param>
/// <param name="Value">Null where it is not told.</param>
internal sealed record ExportedFigure(DateTimeOffset From, DateTimeOffset To, string Name, double? Value)
{
    /// <summary>It rests on too little to be told.</summary>
    public const string NotEnough = "not_enough_yet";

    /// <summary>It is about one to four people.</summary>
    public const string Few = "fewer_than_five";

    /// <summary>Why there is no value; empty where there is one.</summary>
    public string Note { get; init; } = string.Empty;
}
