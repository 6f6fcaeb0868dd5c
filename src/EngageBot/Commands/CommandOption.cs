namespace EngageBot.Commands;

/// <summary>What can be given with a command.</summary>
/// <param name="Name">Lower case, without spaces ("days").</param>
public sealed record CommandOption(string Name, CommandOptionKind Kind)
{
    public bool IsRequired { get; init; }

    /// <summary>Where only these can be given.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What somebody may give, as help shows it; null where its kind or choices say enough.</summary>
    public string? Example { get; init; }
}
