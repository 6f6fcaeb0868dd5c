using EngageBot.Discord.Models;
using EngageBot.Discord.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EngageBot.TestKit.FakeDiscord;

/// <summary>
/// The HTTP API of a fake Discord: it keeps a <see cref="FakeWorld"/>, checks what it is sent, limits, refuses and fails on demand, and records every call.
/// Map it into a <see cref="FakeDiscord"/>, which also gives the address.
/// </summary>
public sealed class FakeDiscordRest : IDisposable
{
    private const string Prefix = "/api/v10/";

    private readonly Lock _gate = new();
    private readonly FakeDiscordOptions _options;
    private readonly FakeViolations _violations;
    private readonly TimeProvider _clock;
    private readonly FakeRestLimits _limits;
    private readonly IReadOnlyList<FakeRestRoute> _routes;
    private readonly FakeFaults _faults = new();
    private readonly List<FakeRestCall> _calls = [];
    private readonly Dictionary<string, FakeRestLimit?> _limitOfRoute = [];

    public FakeDiscordRest(FakeDiscordOptions options, FakeViolations violations, TimeProvider clock)
    {
        _options = options;
        _violations = violations;
        _clock = clock;
        _limits = new FakeRestLimits(clock);
        World = new FakeWorld(options, clock);
        GatewayBot = () => new GatewayBot { SessionStartLimit = new SessionStartLimit { Total = 1_000, Remaining = 1_000 }, Shards = 1 };
        _routes = FakeRestRoutes.Of(this, World, violations);
    }

    public FakeWorld World { get; }

    public FakeRestRecord Record { get; } = new();

    /// <summary>What <c>GET /gateway/bot</c> answers; the gateway's own, where there is one.</summary>
    public Func<GatewayBot> GatewayBot { get; set; }

    /// <summary>The limit of the whole bot.</summary>
    public int CallsPerSecond { get; set; } = 50;

    /// <summary>The limit of routes that have none of their own.</summary>
    public Func<string, FakeRestLimit?> DefaultLimit { get; set; } = route => new FakeRestLimit($"bucket-{route}", 50, TimeSpan.FromSeconds(1));

    /// <summary>What happens, by the gateway's names for it and with its payload, after the call that made it happen was answered for.</summary>
    public Action<string, string> Dispatch { get; set; } = (_, _) => { };

    /// <summary>The calls that reached a route, in order.</summary>
    public IReadOnlyList<FakeRestCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The limit of one route, for example <c>POST channels/{channel_id}/messages</c>; none takes the headers away as well.</summary>
    public void Limit(string route, FakeRestLimit? limit) => _limitOfRoute[route] = limit;

    /// <summary>The next call to a route goes wrong; several faults come one after another.</summary>
    public void FailNext(string route, params ReadOnlySpan<FakeCallFault> faults) => _faults.Add(route, faults);

    public void Map(WebApplication server) => server.Map(Prefix + "{**path}", HandleAsync);

    public void Dispose() => Record.Save();

    private async Task HandleAsync(HttpContext http)
    {
        var path = FakeRestReader.RawPath(http.Request)[Prefix.Length..];
        foreach (var route in _routes)
        {
            if (route.Match(http.Request.Method, path) is { } values)
            {
                var call = await FakeRestReader.ReadAsync(http.Request, route, values, _violations, _clock.GetUtcNow());
                lock (_gate)
                {
                    _calls.Add(call);
                }

                await HandleAsync(http, route, call);
                return;
            }
        }

        _violations.Add($"{http.Request.Method} {path} is no route of Discord's");
        Record.Add(http.Request, call: null, 404, response: null);
        await FakeRestWriter.WriteAsync(http, FakeRestAnswer.Error(404, 0, "404: Not Found"));
    }

    private async Task HandleAsync(HttpContext http, FakeRestRoute route, FakeRestCall call)
    {
        var fault = _faults.Take(call.ToString());
        if (fault is FakeCallFault.Slow { Delay: var delay })
        {
            await Task.Delay(delay, _clock, http.RequestAborted);
        }

        var answer = fault switch
        {
            FakeCallFault.Drop { AfterDoing: false } => null,
            FakeCallFault.Status { Code: var code } => FakeRestAnswer.Error(code, 0, "a fault"),
            FakeRestFault.Banned { RetryAfter: var wait } => FakeRestWriter.Banned(http, wait),
            FakeRestFault.TooManyRequests limited => FakeRestWriter.Limited(http, limited.Scope, limited.RetryAfter),
            _ => Answer(http, route, call),
        };
        if (answer is null || fault is FakeCallFault.Drop)
        {
            Record.Add(http.Request, call, status: null, response: null);
            http.Abort();
            return;
        }

        Record.Add(http.Request, call, fault is FakeRestFault.Banned ? null : answer.Status, answer.Body);
        await FakeRestWriter.WriteAsync(http, answer);
    }

    private FakeRestAnswer Answer(HttpContext http, FakeRestRoute route, FakeRestCall call)
    {
        _violations.Expect(
            http.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal),
            $"{call} names itself '{http.Request.Headers.UserAgent}', not DiscordBot (url, version)");
        if (!route.IsInteraction && http.Request.Headers.Authorization != $"Bot {_options.Token}")
        {
            return FakeRestAnswer.Error(401, 0, "401: Unauthorized");
        }

        if (Exceeded(http, route, call) is { } limited)
        {
            return limited;
        }

        var events = new List<(string Name, string Payload)>();
        FakeRestAnswer answer;
        lock (World.Gate)
        {
            answer = FakeRestPermissions.Refusal(World, route, call) ?? route.Handle(call);
            events.AddRange(World.TakeEvents());
        }

        events.ForEach(happened => Dispatch(happened.Name, happened.Payload));
        return answer;
    }

    private FakeRestAnswer? Exceeded(HttpContext http, FakeRestRoute route, FakeRestCall call)
    {
        if (!route.IsInteraction && _limits.TakeGlobal(CallsPerSecond) is { } second)
        {
            _violations.Add($"{call} was more than {CallsPerSecond} calls in a second");
            return FakeRestWriter.Limited(http, RateLimitScope.Global, second);
        }

        var limit = _limitOfRoute.TryGetValue(call.ToString(), out var own) ? own : DefaultLimit(call.ToString());
        if (limit is not null && _limits.Take(limit, FakeRestReader.Major(call), http.Response.Headers) is { } wait)
        {
            _violations.Add($"{call} was called {wait} before its bucket had room");
            return FakeRestWriter.Limited(http, RateLimitScope.User, wait);
        }

        return null;
    }
}
