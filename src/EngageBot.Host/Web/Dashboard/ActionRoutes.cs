using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Host.Web.Dashboard.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>
/// Whatever is done on a page is a command, a press or a form as in chat, by the same moderator and through the same router, which checks what it names against the store: it
/// comes from outside, as on any platform.
/// </summary>
internal sealed class ActionRoutes
{
    public const string Path = DashboardPart.Home + "/do";

    public const string Option = "o.";
    public const string Field = "f.";

    private const int MostFields = 40;
    private const int LongestValue = 4_000;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/do", (Delegate)DoAsync);

    private static async Task<IResult> DoAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (visitor, engine) = (http.Visitor, http.Engine);
        if (IsTooMuch(form) || Read(form, visitor.By!) is not { } read)
        {
            return Results.BadRequest();
        }

        var request = read is CommandRequest.Typed typed ? await NamedAsync(typed, engine, http.RequestAborted) : read;
        var reply = request is null ? new CommandReply.Says(visitor.Texts["dashboard.activity.unclear"]) : await engine.Router.RunAsync(request, http.RequestAborted);
        if (reply is CommandReply.Says { File: { Alt: null } file })
        {
            return Results.File(file.Bytes.ToArray(), "application/octet-stream", file.Name);
        }

        var back = form["back"].ToString();
        return Visits.Page<AnswerPage>(visitor, (nameof(AnswerPage.Reply), reply), (nameof(AnswerPage.Back), IsOwn(back) ? back : DashboardPart.Home), (nameof(AnswerPage.Again), await AgainAsync(request, reply, engine, http.RequestAborted)));
    }

    /// <summary>Where somebody is named by what he is called, as his id; null where it is not clear who is meant.</summary>
    private static async Task<CommandRequest?> NamedAsync(CommandRequest.Typed typed, DashboardEngine engine, CancellationToken cancellationToken)
    {
        var takes = engine.Router.Listed.FirstOrDefault(command => command.Name == typed.Command && command.IsForModerators == typed.IsForModerators)?.Options ?? [];
        var options = new Dictionary<string, string>(typed.Options, StringComparer.Ordinal);
        foreach (var name in takes.Where(option => option.Kind == CommandOptionKind.Member && options.ContainsKey(option.Name)).Select(option => option.Name))
        {
            if (await engine.Reader.FindMembersAsync(typed.By, options[name], cancellationToken) is not [var one])
            {
                return null;
            }

            options[name] = one.Id;
        }

        return typed with { Options = options };
    }

    /// <summary>The form that could not be taken, as it was filled in: opened anew by the button that it hangs on.</summary>
    private static async Task<CommandForm?> AgainAsync(CommandRequest? request, CommandReply reply, DashboardEngine engine, CancellationToken cancellationToken) =>
        reply is CommandReply.Complains && request is CommandRequest.Submitted sent
        && await engine.Router.RunAsync(new CommandRequest.Pressed(sent.By, sent.Form, Message: null), cancellationToken) is CommandReply.Opens { Form: var form } && form.Id == sent.Form
            ? form with { Fields = [.. form.Fields.Select(field => field with { Value = sent.Fields.GetValueOrDefault(field.Name, field.Value) })] }
            : null;

    /// <summary>No form of the pages is as large.</summary>
    public static bool IsTooMuch(IFormCollection form) => form.Count > MostFields || form.Any(field => field.Value.ToString().Length > LongestValue);

    /// <summary>Null for what is no request.</summary>
    public static CommandRequest? Read(IFormCollection form, Asker by)
    {
        var command = form["command"].ToString();
        return form["kind"].ToString() switch
        {
            "type" => new CommandRequest.Typed(by, command) { IsForModerators = form["members"].Count == 0, Options = Values(form, Option, keepEmpty: false) },
            "press" when ButtonId.TryParse(form["button"], out var button) => new CommandRequest.Pressed(by, button, Message: null),
            "submit" when ButtonId.TryParse(form["button"], out var sent) => new CommandRequest.Submitted(by, sent, Values(form, Field, keepEmpty: true)),
            "choose" when PlaceOf(form, by.Community) is { } place => new CommandRequest.OnMessage(by, command, place),
            _ => null,
        };
    }

    private static Dictionary<string, string> Values(IFormCollection form, string prefix, bool keepEmpty) => form
        .Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal) && (keepEmpty || field.Value.ToString().Length > 0))
        .ToDictionary(field => field.Key[prefix.Length..], field => ChatText.Clean(field.Value.ToString()), StringComparer.Ordinal);

    /// <summary>Always of the community of the one who asks.</summary>
    private static MessagePlace? PlaceOf(IFormCollection form, CommunityId community) =>
        form["channel"].ToString() is { Length: > 0 } channel && NumberOf(form["message"]) is { } message
            ? new MessagePlace(
                new ChannelId(community, ChatText.Clean(channel)),
                NumberOf(form["thread"]) is { } thread ? new MessageId(thread) : null,
                new MessageId(message, form["spelled"].ToString() is { Length: > 0 } spelled ? ChatText.Clean(spelled) : null))
            : null;

    private static long? NumberOf(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>One of these pages, and nowhere else.</summary>
    private static bool IsOwn(string path) =>
        path.StartsWith(DashboardPart.Home, StringComparison.Ordinal) && path.All(character => char.IsAsciiLetterLower(character) || character is '/' or '-');
}
