using System.Text.Json;
using EngageBot.Commands;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>A form of the bot as it travels with what is filled in, so that it can be shown again where something in it is to be changed. Without values: these are sent in anyway.</summary>
internal static class WrittenForm
{
    public const string Name = "form";

    public static string Of(CommandForm form) => JsonSerializer.Serialize(new Page(form.Title, [.. form.Fields.Select(field => field with { Value = string.Empty })]));

    /// <summary>As it was filled in; null where a browser sent something else.</summary>
    public static CommandForm? Read(string? written, CommandRequest.Submitted sent)
    {
        try
        {
            return JsonSerializer.Deserialize<Page>(string.IsNullOrEmpty(written) ? "null" : written) is { Title: { } title, Fields: { } fields } && fields.All(field => field is { Name: not null, Label: not null })
                ? new CommandForm(sent.Form, title, [.. fields.Select(field => field with { Value = sent.Fields.GetValueOrDefault(field.Name, string.Empty) })])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Page(string? Title, IReadOnlyList<FormField>? Fields);
}
