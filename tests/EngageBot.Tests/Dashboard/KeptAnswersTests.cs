using EngageBot.Dashboard;
using EngageBot.TestKit;

namespace EngageBot.Tests.Dashboard;

/// <summary>What takes long to find is shared, and never old without end.</summary>
public sealed class KeptAnswersTests
{
    private readonly VirtualClock _clock = new(TestTime.Noon);
    private readonly KeptAnswers<string, int> _answers;
    private int _found;

    public KeptAnswersTests() => _answers = new KeptAnswers<string, int>(_clock);

    [Fact]
    public async Task What_is_found_quickly_is_found_anew_each_time()
    {
        Assert.Equal(1, await ReadAsync());
        Assert.Equal(2, await ReadAsync());
    }

    [Fact]
    public async Task What_takes_long_is_found_once_a_minute()
    {
        Assert.Equal(1, await ReadAsync(takes: 2));
        Assert.Equal(1, await ReadAsync(takes: 2));
        Assert.Equal(2, await ReadAsync(takes: 2, key: "something else"));
        _clock.MoveTo(_clock.GetUtcNow().AddMinutes(2));
        Assert.Equal(1, await ReadAsync(takes: 2)); // And found anew meanwhile.
        await UntilAsync(3);
        Assert.Equal(3, await ReadAsync(takes: 2));
    }

    [Fact]
    public async Task What_is_older_than_a_quarter_of_an_hour_is_given_to_nobody()
    {
        Assert.Equal(1, await ReadAsync(takes: 2));
        _clock.MoveTo(_clock.GetUtcNow() + KeptAnswers<string, int>.Oldest + TimeSpan.FromSeconds(3));
        Assert.Equal(2, await ReadAsync(takes: 2));
    }

    [Fact]
    public async Task Those_who_ask_at_the_same_time_wait_for_one_answer_and_one_who_leaves_does_not_end_it()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async Task<int> FindAsync(CancellationToken cancellationToken)
        {
            await gate.Task.WaitAsync(cancellationToken);
            return Interlocked.Increment(ref _found);
        }

        using var leaving = new CancellationTokenSource();
        var first = _answers.ReadAsync("figures", TestTime.Noon, FindAsync, leaving.Token);
        var second = _answers.ReadAsync("figures", TestTime.Noon, FindAsync, CancellationToken.None);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();
        Assert.Equal(1, await second);
    }

    [Fact]
    public async Task What_failed_is_tried_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _answers.ReadAsync("figures", TestTime.Noon, _ => throw new InvalidOperationException(), CancellationToken.None));
        Assert.Equal(1, await ReadAsync());
    }

    /// <param name="takes">Seconds.</param>
    private Task<int> ReadAsync(int takes = 0, string key = "figures") => _answers.ReadAsync(
        key,
        _clock.GetUtcNow(),
        _ =>
        {
            _clock.MoveTo(_clock.GetUtcNow().AddSeconds(takes));
            return Task.FromResult(Interlocked.Increment(ref _found));
        },
        CancellationToken.None);

    private async Task UntilAsync(int found)
    {
        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (Volatile.Read(ref _found) < found || await ReadAsync(takes: 2) < found)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, guard.Token);
        }
    }
}
