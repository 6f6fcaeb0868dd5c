using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeSlack;

/// <summary>
/// The Web API of a fake Slack: it checks what it is sent as Slack does (token, scope, form, arguments, limits), changes the world, refuses and fails on demand,
/// and records every call.
/// </summary>
public sealed class FakeSlackWebApi
{
    private const string Prefix = "/api/";

    private readonly Lock _gate = new();
    private readonly FakeSlack _slack;
    private readonly FakeSlackOptions _options;
    private readonly FakeSlackRates _rates;
    private readonly FakeFaults _faults = new();
    private readonly List<FakeSlackCall> _calls = [];
    private readonly Dictionary<string, int> _limits = [];
    private readonly Dictionary<string, FakeSlackMethod> _methods;

    internal FakeSlackWebApi(FakeSlack slack, FakeSlackOptions options)
    {
        _slack = slack;
        _options = options;
        _rates = new FakeSlackRates(options, slack.Violations);
        _methods = FakeSlackMethods.Of(slack, options).ToDictionary(method => method.Name);
    }

    public FakeSlackRecord Record { get; } = new();

    /// <summary>The names of all methods.</summary>
    public IReadOnlyCollection<string> Methods => _methods.Keys;

    /// <summary>The calls that named a method, in order, those that were refused among them.</summary>
    public IReadOnlyList<FakeSlackCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public IReadOnlyList<FakeSlackCall> CallsOf(string method) => [.. Calls.Where(call => call.Method == method)];

    /// <summary>How often a method may be called in a minute with one token, instead of what its tier says.</summary>
    public void Limit(string method, int perMinute) => _limits[method] = perMinute;

    /// <summary>The next call of a method goes wrong; several faults come one after another.</summary>
    public void FailNext(string method, params ReadOnlySpan<FakeCallFault> faults) => _faults.Add(method, faults);

    internal void Map(WebApplication server) => server.Map(Prefix + "{**path}", HandleAsync);

    private static FakeSlackAnswer Missing(IEnumerable<string> needed, IEnumerable<string> granted)
    {
        var answer = FakeSlackAnswer.Error("missing_scope");
        answer.Body["needed"] = string.Join(',', needed);
        answer.Body["provided"] = string.Join(',', granted.Order(StringComparer.Ordinal));
        return answer;
    }

    private static string TokenOf(HttpRequest request, JsonObject arguments) =>
        request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] ? token : arguments.Text("token") ?? "";

    private static async Task WriteAsync(HttpContext http, FakeSlackAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.RetryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        http.Response.ContentType = answer.Status >= 500 ? "text/html" : "application/json; charset=utf-8";
        await http.Response.WriteAsync(answer.Status >= 500 ? "<html><title>Server Error!</title></html>" : answer.Body.ToJsonString(), http.RequestAborted);
    }

    private async Task HandleAsync(HttpContext http)
    {
        var name = http.Request.Path.Value![Prefix.Length..];
        var method = _methods.GetValueOrDefault(name);
        var (arguments, body, error) = await FakeSlackReader.ReadAsync(http.Request, method, _slack.Violations);
        var token = TokenOf(http.Request, arguments);
        arguments.Remove("token");
        var call = new FakeSlackCall
        {
            Method = name,
            Arguments = arguments,
            At = _options.Clock.GetUtcNow(),
            Workspace = _slack.Workspaces.FirstOrDefault(workspace => workspace.Token == token),
            App = _slack.Apps.FirstOrDefault(app => app.Token == token),
        };
        lock (_gate)
        {
            _calls.Add(call);
        }

        var fault = _faults.Take(name);
        var answer = await AnswerAsync(http, method, call, token, error, fault);
        Record.Add(http.Request, body, fault is FakeCallFault.Drop ? null : answer);
        if (answer is null || fault is FakeCallFault.Drop)
        {
            http.Abort();
            return;
        }

        if (http.Request.ContentType == "application/json" && answer.Status == 200)
        {
            answer.Body["warning"] = "missing_charset";
        }

        if ((call.Workspace?.World.Scopes ?? call.App?.Scopes) is { } granted)
        {
            http.Response.Headers["X-OAuth-Scopes"] = string.Join(',', granted);
        }

        await WriteAsync(http, answer);
    }

    private async Task<FakeSlackAnswer?> AnswerAsync(HttpContext http, FakeSlackMethod? method, FakeSlackCall call, string token, string? error, FakeCallFault? fault)
    {
        switch (fault)
        {
            case FakeSlackFault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, _options.Clock, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return null;
            case FakeCallFault.Drop { AfterDoing: false }:
                return null;
            case FakeCallFault.Status { Code: var code }:
                return new FakeSlackAnswer(code, []);
            case FakeSlackFault.NotOk { Error: var name }:
                return FakeSlackAnswer.Error(name);
            case FakeSlackFault.RateLimited { RetryAfter: var wait }:
                return FakeSlackAnswer.Limited(_rates.Limit(token, call.Method, wait));
            case FakeCallFault.Slow { Delay: var delay }:
                await Task.Delay(delay, _options.Clock, http.RequestAborted);
                break;
            default:
                break;
        }

        return Answer(method, call, token, error);
    }

    private FakeSlackAnswer Answer(FakeSlackMethod? method, FakeSlackCall call, string token, string? error)
    {
        if (method is null)
        {
            _slack.Violations.Add($"{call} is no method");
            return FakeSlackAnswer.Error("unknown_method");
        }

        var perMinute = _limits.GetValueOrDefault(method.Name, method.PerMinute);
        return Refusal(method, call, token, error)
            ?? (_rates.Take(token, method.Name, perMinute) is { } wait ? FakeSlackAnswer.Limited(wait) : null)
            ?? (method.Required.FirstOrDefault(name => call.Arguments[name] is null) is { } missing ? MissingArgument(missing) : null)
            ?? Do(method, call, token);
    }

    private static FakeSlackAnswer MissingArgument(string name) =>
        FakeSlackAnswer.Error(name == "channel" ? "channel_not_found" : "invalid_arguments", [$"[ERROR] missing required field: {name}"]);

    private static FakeSlackAnswer? Refusal(FakeSlackMethod method, FakeSlackCall call, string token, string? error)
    {
        if (token.Length == 0)
        {
            return FakeSlackAnswer.Error("not_authed");
        }

        if (call.Workspace is null && call.App is null)
        {
            return FakeSlackAnswer.Error("invalid_auth");
        }

        if (call.Workspace?.TokenError is { } gone)
        {
            return FakeSlackAnswer.Error(gone);
        }

        return method.IsForApps != call.App is not null ? FakeSlackAnswer.Error("not_allowed_token_type") : error is null ? null : FakeSlackAnswer.Error(error);
    }

    private FakeSlackAnswer Do(FakeSlackMethod method, FakeSlackCall call, string token)
    {
        if (call.App is { } app)
        {
            var appLacks = method.Needs(call).Except(app.Scopes).ToList();
            return appLacks.Count > 0 ? Missing(appLacks, app.Scopes) : method.Handle(call);
        }

        var answer = FakeSlackAnswer.Ok();
        var workspace = call.Workspace!;
        var told = workspace.HappenAsync(() => answer = DoLocked(method, call, token));
        _ = told; // the bot hears of what it did, but need not have heard of it to have its answer
        return answer;
    }

    private FakeSlackAnswer DoLocked(FakeSlackMethod method, FakeSlackCall call, string token)
    {
        // A channel that is not known has no kind, so that there is no telling which scope is needed.
        if (method.ChannelArgument is { } argument && call.Channel(argument) is null)
        {
            return FakeSlackAnswer.Error("channel_not_found");
        }

        var lacking = method.Needs(call).Except(call.World.Scopes).ToList();
        if (lacking.Count > 0)
        {
            return Missing(lacking, call.World.Scopes);
        }

        if (method.Name == "chat.postMessage" && _rates.TakePost(token, call.Text("channel") ?? "") is { } wait)
        {
            return FakeSlackAnswer.Limited(wait);
        }

        return method.Handle(call);
    }
}
