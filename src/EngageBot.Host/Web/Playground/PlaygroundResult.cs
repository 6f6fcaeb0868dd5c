using EngageBot.Commands;
using EngageBot.Host.Playground;

namespace EngageBot.Host.Web.Playground;

/// <summary>What came of an order.</summary>
/// <param name="Message">The message that was written; null for none.</param>
internal sealed record PlaygroundResult(long? Message = null)
{
    public string? Form { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<FormField> Fields { get; init; } = [];

    public IReadOnlyDictionary<string, string>? Errors { get; init; }

    public string? Channel { get; init; }

    public static PlaygroundResult Of(PlaygroundAnswer answer) => new()
    {
        Form = answer.Form?.Id.ToString(),
        Title = answer.Form?.Title,
        Fields = answer.Form?.Fields ?? [],
        Errors = answer.Errors,
        Channel = answer.Channel,
    };
}
