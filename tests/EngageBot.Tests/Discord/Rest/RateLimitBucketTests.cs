using EngageBot.Discord.Rest.RateLimits;

namespace EngageBot.Tests.Discord.Rest;

public sealed class RateLimitBucketTests
{
    private const long Window = 1_000_000;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Calls_under_way_are_taken_as_not_yet_counted()
    {
        var bucket = Known(remaining: 3);
        bucket.Take(Second);
        bucket.Take(Second);
        bucket.Answered(Headers(remaining: 2), Second); // the other one may or may not be among the two that are left

        Assert.Equal(TimeSpan.Zero, bucket.WaitBefore(Second));
        bucket.Take(Second);
        Assert.Equal(RateLimit.UntilAnswered, bucket.WaitBefore(Second));
    }

    [Fact]
    public void Answers_that_overtake_each_other_give_nothing_back()
    {
        var bucket = Known(remaining: 2);
        bucket.Take(Second);
        bucket.Take(Second);
        bucket.Answered(Headers(remaining: 0), Second);
        bucket.Answered(Headers(remaining: 1), Second);

        Assert.Equal(4 * Second, bucket.WaitBefore(Second));
    }

    [Fact]
    public void A_window_begins_anew_when_the_old_one_is_over()
    {
        var bucket = Known(remaining: 0);

        Assert.Equal(5 * Second, bucket.WaitBefore(TimeSpan.Zero));
        Assert.Equal(TimeSpan.Zero, bucket.WaitBefore(5 * Second));
    }

    [Fact]
    public void A_late_answer_of_an_old_window_says_nothing_of_the_new_one()
    {
        var bucket = Known(remaining: 3);
        bucket.Take(Second);
        bucket.Take(Second);
        bucket.Answered(Headers(remaining: 1) with { ResetMilliseconds = Window + 5_000 }, 6 * Second);
        bucket.Answered(Headers(remaining: 0), 6 * Second);

        Assert.Equal(TimeSpan.Zero, bucket.WaitBefore(6 * Second));
    }

    [Fact]
    public void A_call_that_was_lost_may_have_been_counted()
    {
        var bucket = Known(remaining: 1);
        bucket.Take(Second);
        bucket.AnsweredWithoutHeaders(success: false);

        Assert.Equal(4 * Second, bucket.WaitBefore(Second));
    }

    [Fact]
    public void Lost_calls_never_close_a_bucket_for_good()
    {
        var bucket = Known(remaining: 3);
        for (var call = 0; call < 10; call++)
        {
            var wait = bucket.WaitBefore(TimeSpan.FromMinutes(call));
            Assert.Equal(TimeSpan.Zero, wait);
            bucket.Take(TimeSpan.FromMinutes(call));
            bucket.AnsweredWithoutHeaders(success: false);
        }
    }

    [Fact]
    public void Forgotten_are_only_buckets_that_would_not_be_missed()
    {
        var bucket = Known(remaining: 3);

        Assert.False(bucket.IsIdle(4 * Second));
        Assert.True(bucket.IsIdle(5 * Second));
        bucket.Block(9 * Second);
        Assert.False(bucket.IsIdle(5 * Second));
    }

    private static RateLimitBucket Known(int remaining)
    {
        var bucket = new RateLimitBucket();
        bucket.Take(TimeSpan.Zero);
        bucket.Answered(Headers(remaining), TimeSpan.Zero);
        return bucket;
    }

    private static RateLimitHeaders Headers(int remaining) => new()
    {
        Bucket = "abcd1234",
        Limit = 5,
        Remaining = remaining,
        ResetMilliseconds = Window,
        ResetAfter = 5 * Second,
    };
}
