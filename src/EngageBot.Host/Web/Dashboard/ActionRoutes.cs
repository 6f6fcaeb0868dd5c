using System.Globalization;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Host.Web.Dashboard.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web.Dashboard;

/// <summary>
/// Whatever is done on a page is a command, a press or a form as in chat, by the same moderator and through the same router, which checks what it names against the store: it
/// comes from outside, as on any platform.
/// </summary>
/// <param name="engine">The services of the running program.</param>
internal sealed class ActionRoutes(IServiceProvider engine)
{
    public const string Path = DashboardPart.Home + "/do";

    public const string Option = "o.";
    public const string Field = "f.";

    private const int MostFields = 40;
    private const int LongestValue = 4_000;

    private readonly CommandRouter _router = engine.GetRequiredService<CommandRouter>();

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/do", (Delegate)DoAsync);

    private async Task<IResult> DoAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var visitor = http.Visitor;
        if (IsTooMuch(form) || Read(form, visitor.By!) is not { } request)
        {
            return Results.BadRequest();
        }

        var reply = await _router.RunAsync(request, http.RequestAborted);
        if (reply is CommandReply.Says { File: { Alt: null } file })
        {
            return Results.File(file.Bytes.ToArray(), "application/octet-stream", file.Name);
        }

        var back = form["back"].ToString();
        return Visits.Page<AnswerPage>(visitor, (nameof(AnswerPage.Reply), reply), (nameof(AnswerPage.Back), IsOwn(back) ? back : DashboardPart.Home));
    }

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
