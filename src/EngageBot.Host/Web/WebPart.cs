using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EngageBot.Host.Web;

/// <summary>Something that the program's web server serves.</summary>
/// <param name="Map">Its routes.</param>
internal sealed record WebPart(Action<IEndpointRouteBuilder> Map)
{
    /// <summary>What its routes need.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>What stands between a request and its route.</summary>
    public Action<IApplicationBuilder>? Use { get; init; }
}
