using System.Diagnostics.CodeAnalysis;
using EngageBot.Chat;
using EngageBot.Host.Platforms.Slack.Commands;
using EngageBot.Slack.Events;
using EngageBot.Slack.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace EngageBot.Host.Platforms.Slack.Http;

/// <summary>
/// Takes what Slack sends by requests. A request is answered with 200 only once what it brought is committed; where that takes too long or fails it is answered
/// with 503, and Slack sends it again. <see href="https://docs.slack.dev/apis/events-api/using-http-request-urls"/>.
/// </summary>
internal sealed partial class SlackRequests(SlackIntake intake, SlackHttpListener listener, SlackWorlds worlds, SlackSigners signers, TimeProvider clock, ILogger<SlackRequests> logger)
{
    private const int LongestBody = 1024 * 1024;

    /// <summary>So much of a body that is too long is taken and thrown away: a sender who is cut off while he sends does not see the answer.</summary>
    private const int LongestHeard = 8 * LongestBody;

    /// <summary>Slack waits for three seconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2.5);

    /// <summary>So often at most it is said that requests are refused: anybody can send them.</summary>
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(1);

    private readonly BriefMemory<string, bool> _warned = new(BetweenWarnings, SlackPath.All.Count, clock);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(SlackPath.Health, () => listener.Begun.IsCompletedSuccessfully ? Results.Text("ready") : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        foreach (var path in SlackPath.All)
        {
            routes.MapPost(path, http => HandleAsync(http, path));
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit)
        {
            limit.MaxRequestBodySize = LongestHeard;
        }

        using var body = new MemoryStream();
        var (buffer, length) = (new byte[16 * 1024], 0L);
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0; length += read)
        {
            if (length + read <= LongestBody)
            {
                body.Write(buffer, 0, read);
            }
        }

        return length <= LongestBody ? body.ToArray() : throw new BadHttpRequestException("The body is too long.", StatusCodes.Status413PayloadTooLarge);
    }

    private static Task SayAsync(HttpContext http, string contentType, ReadOnlyMemory<byte> body)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        return http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    private async Task HandleAsync(HttpContext http, string path)
    {
        try
        {
            await HandleAsync(http, path, await ReadAsync(http));
        }
        catch (BadHttpRequestException fault)
        {
            // Too long (413), broken off, or too slow.
            http.Response.StatusCode = fault.StatusCode;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be answered.
        }
    }

    private async Task HandleAsync(HttpContext http, string path, ReadOnlyMemory<byte> body)
    {
        var headers = http.Request.Headers;
        var teams = signers.Of(headers[SlackRequestVerifier.TimestampHeader], headers[SlackRequestVerifier.SignatureHeader], body.Span);
        var payload = teams.Count == 0 ? null : EventRequest.Read(body, http.Request.ContentType);
        if (payload is null || IsOfAnother(payload, teams))
        {
            Refuse(http, path, StatusCodes.Status401Unauthorized, "it is not signed with this workspace's signing secret, or not now: check EngageBot:Slack:SigningSecret and this machine's clock");
        }
        else if (!SlackPath.Takes(path, payload))
        {
            Refuse(http, path, StatusCodes.Status400BadRequest, "it is nothing that Slack sends there: check the addresses in the app's settings");
        }
        else if (payload is UrlVerification verification)
        {
            await SayAsync(http, "text/plain; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(verification.Challenge));
        }
        else
        {
            await TakeAsync(http, payload);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The edge of a loop: whatever it was, Slack sends it again.")]
    private async Task TakeAsync(HttpContext http, SlackPayload payload)
    {
        using var guard = new CancellationTokenSource(Longest, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(guard.Token, http.RequestAborted);
        AckPayload? answer;
        try
        {
            await listener.Begun.WaitAsync(limit.Token);
            answer = await intake.TakeAsync(payload, limit.Token);
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogNotTaken(OneLine.Of(http.Request.Headers[EventRequest.RetryNumHeader].ToString() is { Length: > 0 } number ? number : "0", 4), fault.GetType().Name);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (answer is not null)
        {
            await SayAsync(http, "application/json; charset=utf-8", answer.ToJson());
        }
    }

    /// <summary>Signed with the secret of one workspace, about another one that has its own.</summary>
    private bool IsOfAnother(SlackPayload payload, IReadOnlyList<string> teams)
    {
        var team = payload switch
        {
            EventCallback happened => worlds.Of(happened)?.Team,
            AppRateLimited limited => limited.TeamId,
            _ => SlackQuestionReader.From(payload)?.Team,
        };
        return team is not null && signers.Knows(team) && !teams.Contains(team);
    }

    private void Refuse(HttpContext http, string path, int status, string reason)
    {
        http.Response.StatusCode = status;
        if (!_warned.TryGet(path, out _))
        {
            _warned.Put(path, value: true);
            LogRefused(path, status, reason);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A request to {Path} was refused with {Status}: {Reason}")]
    private partial void LogRefused(string path, int status, string reason);

    [LoggerMessage(LogLevel.Warning, "What Slack sent could not be stored in time, and comes again (it had come {Retries} times before): {Fault}")]
    private partial void LogNotTaken(string retries, string fault);
}
