using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Members;
using EngageBot.Pipeline;
using EngageBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Tests;

public sealed class EngineServicesTests
{
    [Fact]
    public async Task A_question_put_into_the_queue_of_a_host_comes_out_on_the_board()
    {
        await using var database = await TestDatabase.CreateAsync(TestEngine.Sqlite);
        var platform = new FakeChatPlatform(TimeProvider.System);
        var second = TimeSpan.FromSeconds(1);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton<DbDataSource>(database.Source);
        builder.Services.AddSingleton<IChatPlatform>(platform);
        builder.Services.AddSingleton(ErasureKey.InMemory());
        builder.Services.AddLiveEngine(new CommunityRules { WaitAtLeast = second, WaitAtMost = second, WaitWithoutHistory = second, BoardChannel = "board", Approvals = 0 });
        using var host = builder.Build();
        await host.StartAsync();

        var question = A.Message("how do I open it?").Id(1).In("help").At(TimeProvider.System.GetUtcNow()).Build();
        platform.Receive(question);
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var queue = host.Services.GetRequiredService<ChatEventQueue>();
        await queue.EnqueueAsync(LiveStory.Channel("help"), CancellationToken.None);
        await queue.EnqueueAsync(LiveStory.Channel("board"), CancellationToken.None);
        await queue.EnqueueAsync(new QueuedEvent(question) { Committed = committed }, CancellationToken.None);
        await committed.Task.WaitAsync(TestTime.Patience);
        await host.Services.GetRequiredService<CommunitySwitch>().GoLiveAsync(TestTime.Community, question.At, CancellationToken.None);

        using var guard = new CancellationTokenSource(TestTime.Patience);
        while (!platform.Standing.Any())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, guard.Token);
        }

        Assert.Contains("how do I open it?", platform.Standing.Single().Text, StringComparison.Ordinal);
        await host.StopAsync();
    }
}
