using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EngageBot.EndToEndTests;

/// <summary>What a newcomer sees who starts the program with nothing configured: the program as a process, over a real socket.</summary>
public sealed partial class PlaygroundTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ProgramRun _program = new();
    private readonly HttpClient _browser = new();
    private readonly CancellationTokenSource _guard = new(Longest);
    private Process _process = null!;
    private string _token = string.Empty;

    public async Task InitializeAsync()
    {
        _program.Write("appsettings.json", """{ "EngageBot": { "Web": { "Listen": "http://127.0.0.1:0" } } }""");
        _process = _program.Start();
        while (_browser.BaseAddress is null)
        {
            var line = await _process.StandardOutput.ReadLineAsync(_guard.Token) ?? throw new InvalidOperationException(await _process.StandardError.ReadToEndAsync(_guard.Token));
            _browser.BaseAddress = Address().Match(line) is { Success: true } address ? new Uri(address.Value) : null;
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _program.Dispose();
        _browser.Dispose();
        _guard.Dispose();
    }

    [Fact]
    public async Task A_question_is_brought_to_somebody_who_answers_it()
    {
        var first = await OpenAsync();
        var post = first.GetProperty("spotlight");
        Assert.False(string.IsNullOrEmpty(post.GetProperty("waiting").GetString()));

        await OrderAsync("jump", new { @as = Text(first, "as") });
        var asked = await UntilAsync(state => state.GetProperty("private").GetArrayLength() > 0);
        var ask = asked.GetProperty("private")[0];
        var helper = Text(ask, "onlyFor");
        Assert.Contains($"message={post.GetProperty("number")}", Text(ask, "text"), StringComparison.Ordinal);

        await OrderAsync("press", new { @as = helper, message = ask.GetProperty("number").GetInt64(), name = Text(ask.GetProperty("buttons")[0], "id") });
        await OrderAsync("write", new { @as = helper, channel = Text(post, "channel"), text = "<img src=x onerror=alert(1)> slower", replyTo = post.GetProperty("number").GetInt64() });

        var opinion = await _browser.GetFromJsonAsync<JsonElement>($"/playground/api/opinion/{post.GetProperty("number")}", _guard.Token);
        Assert.False(opinion.GetProperty("isOpen").GetBoolean());
        using var none = await _browser.GetAsync(new Uri("/playground/api/opinion/987654", UriKind.Relative), _guard.Token);
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode); // A message that is gone is no error in a console.
        var page = await _browser.GetStringAsync($"/?channel={Text(post, "channel")}", _guard.Token);
        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_scripts_a_plain_form_writes()
    {
        var state = await OpenAsync();
        var fields = new Dictionary<string, string> { ["token"] = _token, ["as"] = Text(state, "as"), ["channel"] = Text(state, "channel"), ["text"] = "written by a form" };

        using var answer = await _browser.PostAsync(new Uri("/playground/write", UriKind.Relative), new FormUrlEncodedContent(fields), _guard.Token);

        Assert.Contains("written by a form", await answer.Content.ReadAsStringAsync(_guard.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_done_without_the_token_of_the_page_or_for_another_host()
    {
        var state = await OpenAsync();
        using var order = new StringContent(JsonSerializer.Serialize(new { @as = Text(state, "as"), channel = Text(state, "channel"), text = "forged" }));
        using var forged = await _browser.PostAsync(new Uri("/playground/api/write", UriKind.Relative), order, _guard.Token);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/playground/api/state");
        elsewhere.Headers.Host = "evil.example";
        using var answer = await _browser.SendAsync(elsewhere, _guard.Token);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);

        using var large = await SendAsync("write", new { @as = Text(state, "as"), text = new string('x', 100_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var nobody = await SendAsync("write", new { @as = "U999", channel = Text(state, "channel"), text = "who?" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
    }

    [Fact]
    public async Task The_page_is_light_and_runs_only_scripts_from_files()
    {
        await OpenAsync();
        using var answer = await _browser.GetAsync(new Uri("/", UriKind.Relative), _guard.Token);
        var page = await answer.Content.ReadAsStringAsync(_guard.Token);
        var weight = Encoding.UTF8.GetByteCount(page);
        foreach (var file in File().Matches(page).Select(match => match.Groups["file"].Value).Distinct(StringComparer.Ordinal))
        {
            weight += (await _browser.GetByteArrayAsync(file, _guard.Token)).Length;
        }

        Assert.InRange(weight, 20_000, 200_000);
        Assert.Contains("script-src 'self'", string.Concat(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=", page);
    }

    [Fact]
    public async Task A_history_that_is_dropped_moves_in_with_its_report()
    {
        await OpenAsync();
        using var file = new HttpRequestMessage(HttpMethod.Post, "/playground/api/history?name=mine.jsonl") { Content = new StringContent(await System.IO.File.ReadAllTextAsync(_program.Lines(40))) };
        file.Headers.Add("X-Form-Token", _token);
        using var answer = await _browser.SendAsync(file, _guard.Token);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);

        await UntilAsync(state => state.GetProperty("channels").EnumerateArray().Any(channel => Text(channel, "name") == "help"));
        Assert.Contains("</html>", await _browser.GetStringAsync("/playground/report", _guard.Token), StringComparison.Ordinal);
        Assert.Contains("</html>", await _browser.GetStringAsync("/playground/card", _guard.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Told_to_stop_it_leaves_nothing_behind()
    {
        await OpenAsync();
        Assert.NotEmpty(Directory.GetDirectories(_program.Path("tmp"), "engagebot-*"));

        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync(_guard.Token);
        }

        await _process.WaitForExitAsync(_guard.Token);
        Assert.Equal(0, _process.ExitCode);
        Assert.Empty(Directory.GetDirectories(_program.Path("tmp"), "engagebot-*"));
        Assert.Equal(["appsettings.json"], Directory.GetFiles(_program.Folder).Select(Path.GetFileName));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? string.Empty;

    /// <summary>The page, and what is to be seen once the community has moved in.</summary>
    private async Task<JsonElement> OpenAsync()
    {
        _token = Token().Match(await _browser.GetStringAsync("/", _guard.Token)).Groups["token"].Value;
        return await UntilAsync(state => state.GetProperty("isOpen").GetBoolean());
    }

    private async Task<JsonElement> UntilAsync(Func<JsonElement, bool> isSo)
    {
        while (true)
        {
            using var answer = await _browser.GetAsync(new Uri("/playground/api/state", UriKind.Relative), _guard.Token);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable && await answer.Content.ReadFromJsonAsync<JsonElement>(_guard.Token) is var state && isSo(state))
            {
                return state;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, _guard.Token);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string what, object order)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/playground/api/{what}") { Content = JsonContent.Create(order) };
        request.Headers.Add("X-Form-Token", _token);
        await request.Content.LoadIntoBufferAsync(_guard.Token);
        return await _browser.SendAsync(request, _guard.Token);
    }

    private async Task OrderAsync(string what, object order)
    {
        using var answer = await SendAsync(what, order);
        Assert.True(answer.IsSuccessStatusCode, $"{what}: {answer.StatusCode}");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();

    [GeneratedRegex("data-token=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Token();

    [GeneratedRegex("(href|src)=\"(?<file>/assets/[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex File();
}
