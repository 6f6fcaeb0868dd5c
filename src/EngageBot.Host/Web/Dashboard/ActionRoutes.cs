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
internal static class ActionRoutes
{
    public const string Path = DashboardPart.Home + "/do";

    public const string Option = "o.";
    public const string Field = "f.";

    /// <summary>Goes with a form that can be tried before it is saved.</summary>
    public const string Tried = "tried";

    private const int MostFields = 40;
    private const int LongestValue = 4_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/do", (Delegate)DoAsync);

    private static async Task<IResult> DoAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var visitor = http.Visitor;
        if (IsTooMuch(form) || Read(form, visitor.By!) is not { } read)
        {
            return Results.BadRequest();
        }

        var reply = await AnswerAsync(read, http);
        if (reply is CommandReply.Says { File: { Alt: null } file })
        {
            return Results.File(file.Bytes.ToArray(), "application/octet-stream", file.Name);
        }

        var back = form["back"].ToString();
        back = IsOwn(back) ? back : DashboardPart.Home;
        return reply is CommandReply.Complains complains && await AgainAsync(read, form, complains, back, http) is { } again
            ? again
            : Visits.Page<AnswerPage>(visitor, (nameof(AnswerPage.Reply), reply), (nameof(AnswerPage.Back), back));
    }

    /// <summary>Where somebody is named by what he is called, he is found first.</summary>
    private static async Task<CommandReply> AnswerAsync(CommandRequest request, HttpContext http)
    {
        var options = new Dictionary<string, string>((request as CommandRequest.Typed)?.Options ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach (var name in CommandOf(request, http)?.Options.Where(option => option.Kind == CommandOptionKind.Member && options.ContainsKey(option.Name)).Select(option => option.Name) ?? [])
        {
            if (await http.Engine.Reader.FindMembersAsync(request.By, options[name], http.RequestAborted) is not [var one])
            {
                return new CommandReply.Complains(name, http.Visitor.Texts["dashboard.activity.unclear"]);
            }

            options[name] = one.Id;
        }

        return await http.Engine.Router.RunAsync(request is CommandRequest.Typed typed ? typed with { Options = options } : request, http.RequestAborted);
    }

    private static ISlashCommand? CommandOf(CommandRequest request, HttpContext http) => request is CommandRequest.Typed typed
        ? http.Engine.Router.Listed.FirstOrDefault(command => command.Name == typed.Command && command.IsForModerators == typed.IsForModerators)
        : null;

    /// <summary>What could not be taken as it was filled in, with what is to be changed at its fields; null where that is not known.</summary>
    private static async Task<IResult?> AgainAsync(CommandRequest request, IFormCollection form, CommandReply.Complains complains, string back, HttpContext http) => request switch
    {
        CommandRequest.Submitted sent when WrittenForm.Read(form[WrittenForm.Name], sent) is { } filled => Visits.Page<FormAgainPage>(
            http.Visitor,
            (nameof(FormAgainPage.Form), filled),
            (nameof(FormAgainPage.Errors), complains.ByField),
            (nameof(FormAgainPage.IsTried), form[Tried].Count > 0),
            (nameof(FormAgainPage.Back), back)),
        CommandRequest.Typed typed when CommandOf(typed, http) is { IsForModerators: true } command => Visits.Page<CommandAgainPage>(
            http.Visitor,
            (nameof(CommandAgainPage.Command), command),
            (nameof(CommandAgainPage.Values), typed.Options),
            (nameof(CommandAgainPage.Errors), complains.ByField),
            (nameof(CommandAgainPage.Channels), await http.Engine.Reader.ChannelsAsync(typed.By, http.RequestAborted)),
            (nameof(CommandAgainPage.Members), await http.Engine.Reader.MembersAsync(typed.By, http.RequestAborted)),
            (nameof(CommandAgainPage.Back), back)),
        _ => null,
    };

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
