import { providers } from '/work/main/lib/providers';
import { sampleApi } from '/work/main/lib/samples';
import { redact } from '/work/main/lib/redact';
for (const [p, id] of [['omnidimension','50958'],['dialnexa','call_abc123'],['dialnexa','call_x9y3zp4mq7r1'],['highlevel','507f1f77bcf86cd799439011']]) {
  const provider = providers.find(x=>x.id===p)!;
  const api = sampleApi(p);
  const reply = await provider.getCall(api, id);
  const {value, masked} = redact(reply!.raw);
  const {raw, ...call} = provider.toCall({provider:p, connection:'c', id}, value);
  console.log(JSON.stringify({...call, masked, failures: reply!.failures}, null, 1).slice(0, 9000));
  console.log(provider.recording(reply!.raw), JSON.stringify(await provider.listCalls(api,'c',{},1)).slice(0,500), await provider.whoAmI(api));
  if (p==='omnidimension') console.log(JSON.stringify((raw as any).call_log_data[0].post_call_actions,null,1).slice(0,900));
}
