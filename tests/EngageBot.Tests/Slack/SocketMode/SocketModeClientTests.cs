using EngageBot.Slack;
using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Events;
using EngageBot.Slack.SocketMode;
using EngageBot.Slack.WebApi;
using EngageBot.TestKit;

namespace EngageBot.Tests.Slack.SocketMode;

public sealed class SocketModeClientTests
{
    private const string Command = """{"envelope_id":"e-cmd","type":"slash_commands","accepts_response_payload":true,"payload":{"command":"/bot","team_id":"T1","channel_id":"C1","user_id":"U1"}}""";

    [Fact]
    public async Task An_event_comes_out_after_hello_and_is_acknowledged_when_the_reader_says_so()
    {
        await using var slack = new SocketHarness();
        var socket = (await slack.SocketAsync(0)).Hello().Say(Event("e1", "Ev1", retry: 2));

        var envelope = await slack.TakeAsync();

        Assert.Equal(("e1", EnvelopeType.EventsApi, false, 2, "timeout"), (envelope.EnvelopeId, envelope.Type, envelope.AcceptsResponsePayload, envelope.RetryAttempt, envelope.RetryReason));
        var callback = Assert.IsType<EventCallback>(envelope.Payload);
        Assert.Equal(("Ev1", "hi"), (callback.EventId, Assert.IsType<MessageEvent>(callback.Event).Message.Text));
        Assert.Empty(socket.Sent);
        Assert.True(await envelope.AckAsync(CancellationToken.None));
        Assert.Equal(["""{"envelope_id":"e1"}"""], socket.Sent);
        await Assert.ThrowsAsync<InvalidRequestException>(async () => await envelope.AckAsync(new AckPayload.Clear(), CancellationToken.None));
    }

    [Fact]
    public async Task A_command_is_acknowledged_with_an_answer()
    {
        await using var slack = new SocketHarness();
        var socket = (await slack.SocketAsync(0)).Hello().Say(Command);

        var envelope = await slack.TakeAsync();

        Assert.Equal("/bot", Assert.IsType<SlashCommand>(envelope.Payload).Command);
        Assert.True(await envelope.AckAsync(new AckPayload.Message(new ResponseMessage { Text = "done" }), CancellationToken.None));
        Assert.StartsWith("""{"envelope_id":"e-cmd","payload":{"text":"done",""", Assert.Single(socket.Sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interactions_and_what_is_not_known_or_not_readable_come_out_too_so_that_they_can_be_acknowledged()
    {
        await using var slack = new SocketHarness();
        (await slack.SocketAsync(0)).Hello()
            .Say("not json").Say("{}").Say("""{"type":"news_of_tomorrow"}""")
            .Say("""{"envelope_id":"e1","type":"interactive","payload":{"type":"shortcut","user":{"id":"U1"},"callback_id":"ask"}}""")
            .Say("""{"envelope_id":"e2","type":"interactive"}""")
            .Say("""{"envelope_id":"e3","type":"tomorrow","payload":{}}""");

        Assert.Equal(EnvelopeType.Interactive, (await slack.TakeAsync()).Type);
        Assert.IsType<InvalidPayload>((await slack.TakeAsync()).Payload);
        Assert.Equal(new UnknownPayload("tomorrow"), (await slack.TakeAsync()).Payload);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task Asked_to_leave_the_next_connection_is_opened_first_while_the_old_one_is_read_and_acknowledged_to_its_end(string reason)
    {
        await using var slack = new SocketHarness();
        var old = (await slack.SocketAsync(0)).Hello().Say(Event("e1", "Ev1")).Say($$$"""{"type":"disconnect","reason":"{{{reason}}}","debug_info":{}}""").Say(Event("e2", "Ev2"));
        var first = await slack.TakeAsync();
        await slack.TakeAsync();

        await slack.UntilAsync(() => slack.Sockets == 2); // no time passes: at once
        Assert.False(old.IsClosed);
        var next = (await slack.SocketAsync(1)).Hello().Say(Event("e3", "Ev3"));
        Assert.Equal("e3", (await slack.TakeAsync()).EnvelopeId);
        Assert.True(await first.AckAsync(CancellationToken.None));
        Assert.Equal(["""{"envelope_id":"e1"}"""], old.Sent);

        old.Say(Event("e4", "Ev4"));
        Assert.Equal("e4", (await slack.TakeAsync()).EnvelopeId);
        old.End();
        await slack.UntilAsync(() => old.IsDisposed);
        Assert.False(next.IsClosed);
    }

    [Fact]
    public async Task A_connection_that_Slack_leaves_open_is_closed_after_a_while()
    {
        await using var slack = new SocketHarness();
        var old = (await slack.SocketAsync(0)).Hello().Say("""{"type":"disconnect","reason":"warning"}""");
        (await slack.SocketAsync(1)).Hello();
        await slack.UntilAsync(() => slack.Log.Lines.Count(line => line.Contains("is open (", StringComparison.Ordinal)) == 2);
        Assert.False(old.IsClosed);

        await slack.UntilAsync(() => old.IsDisposed, passTime: true);
        Assert.True(old.IsClosed);
    }

    [Fact]
    public async Task An_acknowledgement_whose_connection_is_gone_is_dropped_and_the_event_comes_again_over_the_next()
    {
        await using var slack = new SocketHarness();
        var old = (await slack.SocketAsync(0)).Hello().Say(Event("e1", "Ev1"));
        var lost = await slack.TakeAsync();
        old.Cut();
        var next = (await slack.SocketAsync(1)).Hello();
        await slack.UntilAsync(() => old.IsDisposed, passTime: true);

        Assert.False(await lost.AckAsync(CancellationToken.None));
        next.Say(Event("e2", "Ev1", retry: 1));
        var again = await slack.TakeAsync();

        Assert.Equal(((EventCallback)lost.Payload).EventId, ((EventCallback)again.Payload).EventId);
        Assert.True(await again.AckAsync(CancellationToken.None));
        Assert.Equal(["""{"envelope_id":"e2"}"""], next.Sent);
    }

    [Fact]
    public async Task Socket_Mode_switched_off_ends_it_with_a_sentence()
    {
        await using var slack = new SocketHarness();
        (await slack.SocketAsync(0)).Hello().Say("""{"type":"disconnect","reason":"link_disabled"}""");
        var fault = await Assert.ThrowsAsync<SocketModeDisabledException>(() => slack.Next.WaitAsync(TestTime.Patience));
        Assert.Contains("switch it on", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_attempts_wait_longer_each_time()
    {
        await using var slack = new SocketHarness(new SocketModeOptions { FirstBackoff = TimeSpan.FromSeconds(2), LongestBackoff = TimeSpan.FromSeconds(60) });
        var at = new List<DateTimeOffset>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var socket = await slack.SocketAsync(attempt);
            at.Add(socket.At);
            socket.Cut();
        }

        var waits = at.Zip(at.Skip(1), (earlier, later) => (later - earlier).TotalSeconds).ToList();
        Assert.All(waits.Select((wait, index) => wait / Math.Pow(2, index)), wait => Assert.True(wait >= 1, string.Join(' ', waits)));
    }

    [Fact]
    public async Task A_limit_on_connecting_is_waited_out()
    {
        await using var slack = new SocketHarness();
        slack.Opened.Enqueue(new SlackResult<Uri>.RateLimited(TimeSpan.FromSeconds(90)));
        (await slack.SocketAsync(0)).Cut();
        var before = slack.Clock.GetUtcNow();
        await slack.SocketAsync(1);
        Assert.True(slack.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(90));
    }

    [Fact]
    public async Task A_server_that_never_says_hello_is_left()
    {
        await using var slack = new SocketHarness();
        var silent = await slack.SocketAsync(0);
        var before = slack.Clock.GetUtcNow();
        await slack.UntilAsync(() => silent.IsDisposed, passTime: true);
        Assert.True(slack.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(19));
        (await slack.SocketAsync(1)).Hello().Say(Event("e1", "Ev1"));
        Assert.Equal("e1", (await slack.TakeAsync()).EnvelopeId);
    }

    [Fact]
    public async Task Several_connections_are_kept_open_and_all_are_heard()
    {
        await using var slack = new SocketHarness(new SocketModeOptions { Connections = 3 });
        for (var number = 0; number < 3; number++)
        {
            (await slack.SocketAsync(number)).Hello().Say(Event($"e{number}", $"Ev{number}"));
        }

        var ids = new List<string> { (await slack.TakeAsync()).EnvelopeId, (await slack.TakeAsync()).EnvelopeId, (await slack.TakeAsync()).EnvelopeId };
        Assert.Equal(["e0", "e1", "e2"], ids.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void There_are_one_to_ten_connections(int connections) =>
        Assert.Throws<InvalidRequestException>(() => new SocketModeOptions { Connections = connections }.Validate());

    [Fact]
    public async Task An_address_over_an_open_line_is_refused_without_being_shown()
    {
        await using var slack = new SocketHarness();
        slack.Opened.Enqueue(new SlackResult<Uri>.Ok(new Uri("ws://wss.slack.com/link/?ticket=very-secret")));
        (await slack.SocketAsync(0)).Cut();
        await slack.UntilAsync(() => slack.Next.IsCompleted, passTime: true);
        var fault = await Assert.ThrowsAsync<SocketAddressException>(() => slack.Next);
        Assert.DoesNotContain("very-secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_shows_the_ticket()
    {
        await using var slack = new SocketHarness();
        (await slack.SocketAsync(0)).Hello().Cut();
        (await slack.SocketAsync(1)).Cut();
        (await slack.SocketAsync(2)).Hello();
        await slack.UntilAsync(() => slack.Log.Lines.Count(line => line.Contains("is open (", StringComparison.Ordinal)) == 2);

        Assert.Equal("?ticket=very-secret", (await slack.SocketAsync(0)).Address!.Query);
        Assert.Contains(slack.Log.Lines, line => line.Contains("could not connect", StringComparison.Ordinal));
        Assert.Contains(slack.Log.Lines, line => line.Contains("lost its connection", StringComparison.Ordinal));
        Assert.DoesNotContain(slack.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    private static string Event(string envelopeId, string eventId, int retry = 0) =>
        $$$"""
        {"envelope_id":"{{{envelopeId}}}","type":"events_api","accepts_response_payload":false,"retry_attempt":{{{retry}}},"retry_reason":"{{{(retry > 0 ? "timeout" : "")}}}",
         "payload":{"type":"event_callback","event_id":"{{{eventId}}}","team_id":"T1","event_time":1712345678,
                    "event":{"type":"message","channel":"C1","user":"U1","text":"hi","ts":"1712345678.000100","channel_type":"channel"} } }
        """;
}
