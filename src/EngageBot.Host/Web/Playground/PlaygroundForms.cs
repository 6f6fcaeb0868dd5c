using EngageBot.History;
using EngageBot.Host.Playground;
using EngageBot.Host.Web.Dashboard;
using Microsoft.AspNetCore.Http;

namespace EngageBot.Host.Web.Playground;

/// <summary>What visitors without scripts send in: a plain form, and then the page again.</summary>
internal sealed class PlaygroundForms(PlaygroundSite site, PlaygroundDrop dropped, PlaygroundPages pages, TimeProvider clock)
{
    public const string History = "history";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>A page without scripts does not come back by itself: it waits a while for what is to be seen.</summary>
    private const int MostLooks = 100;

    public async Task<IResult> DoAsync(HttpContext http, string what)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return what switch
        {
            "restart" => await BeginAsync(http, history: null),
            History => await TakeAsync(http, form.Files.GetFile(History)),
            _ => await OrderAsync(http, what, form),
        };
    }

    private async Task<IResult> OrderAsync(HttpContext http, string what, IFormCollection form)
    {
        var shown = what == "submit" ? PlaygroundForm.Read(form["form"]) : null;
        var order = Read(form, shown) with { Language = DashboardSessions.TextsFor(http).Language };
        var seen = form["seen"].ToString() is { Length: > 0 } one ? one : order.As;
        var sight = new PlaygroundSight(seen, order.Channel, order.Message > 0 && what is not "press" ? order.Message : null);
        var result = site.Stage is { } stage ? await PlaygroundOrders.DoAsync(what, order, stage, http.RequestAborted) : null;
        switch (result)
        {
            case null:
                return await pages.ShowAsync(http, sight with { Note = DashboardSessions.TextsFor(http)["playground.cannot"] });
            case { Errors: { } errors } when shown is not null:
                return await pages.ShowAsync(http, sight with { Form = Filled(shown, order.Fields) with { Errors = errors } });
            case { Form: { } id }:
                return await pages.ShowAsync(http, sight with { Form = new PlaygroundForm(id, result.Title ?? string.Empty, order.As, result.Fields) });
        }

        if (what == "jump")
        {
            await UntilAsync(() => site.Stage is not { Driver.IsJumping: true }, http.RequestAborted);
        }

        var isOwn = order.As != seen; // Of somebody else, as whom only this was done.
        return Results.LocalRedirect((sight with { Channel = isOwn ? order.Channel : result.Channel ?? order.Channel, Message = result.Message ?? sight.Message }).Address);
    }

    private async Task<IResult> TakeAsync(HttpContext http, IFormFile? file)
    {
        if (file is null)
        {
            return await pages.ShowAsync(http, new PlaygroundSight(As: null, Channel: null, Message: null) { Note = DashboardSessions.TextsFor(http)["playground.file-first"] });
        }

        try
        {
            await using var content = file.OpenReadStream();
            await dropped.TakeAsync(content, file.FileName, http.RequestAborted);
        }
        catch (HistoryException fault)
        {
            return await pages.ShowAsync(http, new PlaygroundSight(As: null, Channel: null, Message: null) { Note = fault.Message });
        }

        return await BeginAsync(http, dropped.History);
    }

    private async Task<IResult> BeginAsync(HttpContext http, string? history)
    {
        var before = site.Stage;
        site.Restart(history);
        await UntilAsync(() => site.Stage is { } stage && stage != before && (stage.Town.IsOpen || stage.Town.Fault is not null), http.RequestAborted);
        return Results.LocalRedirect("/");
    }

    private async Task UntilAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MostLooks && !isSo(); look++)
        {
            await Task.Delay(BetweenLooks, clock, cancellationToken);
        }
    }

    private static PlaygroundForm Filled(PlaygroundForm form, IReadOnlyDictionary<string, string> values) =>
        form with { Fields = [.. form.Fields.Select(field => field with { Value = values.GetValueOrDefault(field.Name) ?? field.Value })] };

    private static PlaygroundOrder Read(IFormCollection form, PlaygroundForm? shown)
    {
        var message = NumberOf(form["message"]);
        var how = form["how"].ToString();
        return new PlaygroundOrder
        {
            As = form["as"].ToString(),
            Channel = form["channel"].ToString(),
            Text = form["text"].ToString(),
            Name = shown?.Id ?? form["name"].ToString(),
            Message = message ?? 0,
            ReplyTo = how == "reply" ? message : null,
            Thread = how == "thread" ? message : null,
            Fields = form.Where(field => field.Key.StartsWith(PlaygroundForm.Field, StringComparison.Ordinal))
                .ToDictionary(field => field.Key[PlaygroundForm.Field.Length..], field => field.Value.ToString(), StringComparer.Ordinal),
            Speed = int.TryParse(form["speed"], out var speed) ? speed : 1,
            IsOn = form["isOn"] == "true",
        };
    }

    private static long? NumberOf(string? text) => long.TryParse(text, out var number) ? number : null;
}
