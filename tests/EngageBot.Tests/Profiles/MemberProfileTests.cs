using EngageBot.Profiles;

namespace EngageBot.Tests.Profiles;

public sealed class MemberProfileTests
{
    private const long Day = 86_400_000;
    private const long Now = 20_000 * Day;

    private readonly WordCounts _counts = new();
    private readonly MemberProfile _profile = new();

    [Fact]
    public void Activity_is_worth_half_after_30_days_and_a_topic_after_90()
    {
        Write(Now, 7);
        Answer(Now, 8);
        Write(Now + (30 * Day), 9);
        Assert.Equal(1.5, _profile.Lines, 3);
        Assert.Equal(0.5, _profile.Answers, 3);
        Write(Now + (90 * Day), 9);
        Assert.Equal(0.5, _profile.Written.Weights[_profile.Written.Words.IndexOf(7u)], 3);
        Assert.Equal(0.5, _profile.Answered.Weights[_profile.Answered.Words.IndexOf(8u)], 3);
    }

    [Fact]
    public void What_comes_late_counts_as_old_as_it_is()
    {
        Write(Now, 7);
        Write(Now - (30 * Day), 8);
        Assert.Equal((1.5, Now), (_profile.Lines, _profile.At));
        Assert.Equal(Now, _profile.In(1).LastWroteAt);
    }

    [Fact]
    public void A_late_answer_helped_as_much_as_it_is_old()
    {
        Write(Now, 7);
        var late = new ProfileLine(1, IsOpen: true, Now - (30 * Day), Asks: false);
        _profile.Write(late, [], _counts);
        _profile.Answer(late, [], helps: true, _counts);
        Assert.Equal((0.5f, 0.5f), (_profile.Helped, _profile.Answers));
    }

    [Fact]
    public void Where_there_is_no_room_the_word_that_tells_least_gives_way()
    {
        for (var message = 0; message < 2_000; message++)
        {
            _counts.Count([1_000]);
            _counts.Count([(uint)(2_000 + (message % 500))]);
        }

        _profile.Write(Line(Now), [.. Enumerable.Range(1, MemberProfile.MostWritten - 1).Select(word => (uint)word), 2_000], _counts);
        Write(Now, 5_000);
        Assert.Equal((MemberProfile.MostWritten, -1), (_profile.Written.Count, _profile.Written.Words.IndexOf(2_000u)));
        Assert.True(_profile.Written.Words.Contains(5_000u));
        Write(Now, 1_000);
        Assert.False(_profile.Written.Words.Contains(1_000u), "everybody says it");
    }

    [Fact]
    public void What_was_said_in_a_private_channel_is_kept_apart_by_its_channel()
    {
        _profile.Write(new ProfileLine(4, IsOpen: false, Now, Asks: false), [7], _counts);
        _profile.Write(new ProfileLine(5, IsOpen: true, Now, Asks: false), [7], _counts);
        Assert.Equal([4, Topics.Everywhere], _profile.Written.Places.ToArray());
    }

    [Fact]
    public void The_channel_where_he_wrote_longest_ago_is_forgotten_first()
    {
        for (var channel = 1; channel <= MemberProfile.MostChannels + 1; channel++)
        {
            _profile.Write(new ProfileLine(channel, IsOpen: true, Now + channel, Asks: false), [], _counts);
        }

        Assert.Equal((MemberProfile.MostChannels, 0f, 1f), (_profile.ChannelCount, _profile.In(1).Lines, _profile.In(MemberProfile.MostChannels + 1).Lines));
    }

    [Fact]
    public void Bytes_are_a_kilobyte_at_most_and_give_the_same_profile_back()
    {
        var random = new Random(7);
        for (var message = 0; message < 2_000; message++)
        {
            var line = new ProfileLine(1 + random.Next(9), random.Next(3) > 0, Now + (message * 5_000_000L), random.Next(5) == 0);
            _profile.Write(line, [(uint)random.Next(1, 200), (uint)random.Next(200, 900)], _counts);
            _profile.Answer(line, [(uint)random.Next(1, 300)], helps: message % 3 == 0, _counts);
        }

        var bytes = ProfileBytes.Write(_profile);
        Assert.InRange(bytes.Length, 850, 1_024);
        Assert.Equal(bytes, ProfileBytes.Write(ProfileBytes.Read(bytes)!));
    }

    [Theory, InlineData(new byte[] { }), InlineData(new byte[] { 99, 1, 2 })]
    public void Bytes_of_another_version_are_no_profile(byte[] bytes) => Assert.Null(ProfileBytes.Read(bytes));

    private static ProfileLine Line(long at) => new(1, IsOpen: true, at, Asks: false);

    private void Write(long at, uint word) => _profile.Write(Line(at), [word], _counts);

    private void Answer(long at, uint word) => _profile.Answer(Line(at), [word], helps: true, _counts);
}
