using EngageBot.Chat;

namespace EngageBot.Tips;

/// <summary>What can be seen of a post without understanding it.</summary>
internal sealed record PostShape
{
    public PostKind Kind { get; init; } = PostKind.Question;

    /// <summary>It says what it is about.</summary>
    public bool HasSubstance { get; init; } = true;

    /// <summary>A link with hardly a word.</summary>
    public bool IsOnlyALink { get; init; }

    /// <summary>Questions in it, outside code.</summary>
    public int Questions { get; init; } = 1;

    /// <summary>It tells more than the question: what was tried, which version, a message, or simply several sentences.</summary>
    public bool HasContext { get; init; } = true;

    /// <summary>Lines of code or of a program's messages stand in it as plain text.</summary>
    public bool HasBareCode { get; init; }

    /// <summary>Characters, code left out.</summary>
    public int Length { get; init; } = 200;
}
