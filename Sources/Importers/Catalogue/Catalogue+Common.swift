extension Catalogue {
    /// Defaults of the connectors that are met most: what a step does when its file leaves the operation out.
    package static let common = Catalogue(defaults: defaultsOfCommonConnectors)

    /// One line a connector: its name, the default resource, then the default operation of each resource.
    ///
    /// A hyphen stands for none.
    private static let defaultsOfCommonConnectors = """
        airtable record -=read base=getMany record=get
        airtop session agent=run extraction=getPaginated file=getMany interaction=click session=create window=create
        asana task project=get subtask=create task=create taskComment=add taskProject=add taskTag=add user=get
        awsCognito user group=getAll user=getAll userPool=get
        awsDynamoDb item item=upsert
        awsIam user group=getAll user=getAll
        awsLambda - -=publish
        awsS3 file bucket=create file=download folder=create
        awsSes email customVerificationEmail=create email=send template=create
        awsSns - -=publish
        awsSqs - -=sendMessage
        bambooHr employee companyReport=get employee=create employeeDocument=delete file=delete
        baserow row row=getAll
        bitwarden collection collection=get event=get group=get member=get
        circleCi pipeline pipeline=get
        clearbit company company=enrich person=enrich
        clickUp task checklist=create checklistItem=create comment=create folder=create goal=create \
            goalKeyResult=create guest=create list=customFields spaceTag=create task=create taskDependency=create \
            taskList=add taskTag=add timeEntry=create timeEntryTag=add
        clockify project client=create project=create tag=create task=create timeEntry=create user=getAll \
            workspace=getAll
        cloudflare zoneCertificate zoneCertificate=upload
        compression - -=decompress
        convertToFile - -=csv
        crateDb - -=insert
        dateTime - -=add
        discord channel -=sendLegacy channel=create member=getAll message=send
        discourse post category=create group=create post=create search=query user=create userGroup=add
        dropbox file file=upload folder=create search=query
        elasticsearch document document=get index=create
        emailSend email -=send email=send
        erpNext document document=create
        extractFromFile - -=csv
        freshdesk ticket contact=create ticket=create
        ftp - -=download
        ghost post post=get
        github issue file=create issue=create organization=getRepositories release=create repository=getIssues \
            review=create user=getRepositories workflow=dispatch
        gitlab issue file=create issue=create release=create repository=getIssues user=getRepositories
        gmail message draft=create label=getAll message=send messageLabel=add thread=getAll
        googleBigQuery database database=executeQuery record=create
        googleCalendar event calendar=availability event=create
        googleCloudNaturalLanguage document document=analyzeSentiment
        googleCloudStorage bucket bucket=getAll object=getAll
        googleContacts contact contact=create
        googleDocs document document=create
        googleDrive file drive=create file=upload fileFolder=search folder=create
        googleSheets sheet sheet=read spreadsheet=create
        googleTasks task task=create
        grafana dashboard dashboard=create team=create teamMember=add user=getAll
        hackerNews article all=getAll article=get user=get
        html - -=generateHtmlTemplate
        hubspot contact company=create contact=upsert contactList=add deal=create engagement=create ticket=create
        intercom user company=create lead=create user=create
        itemLists itemList itemList=splitOutItems
        jenkins job build=getAll instance=safeRestart job=trigger
        jira issue issue=create issueAttachment=add issueComment=add user=create
        ldap - -=search
        lemlist activity activity=getAll campaign=getAll enrich=get lead=create team=get unsubscribe=add
        linear issue comment=addComment issue=create
        linkedIn post post=create
        mailchimp member campaign=getAll listGroup=getAll member=create memberTag=create
        matrix message account=me event=get media=upload message=create room=create roomMember=getAll
        mattermost message channel=create message=post reaction=create user=getAll
        mautic contact campaignContact=add company=create companyContact=create contact=create contactSegment=add \
            segmentEmail=send
        medium post post=create publication=publication
        microsoftEntra user group=getAll user=getAll
        microsoftExcel workbook table=append workbook=getAll worksheet=getAll
        microsoftOneDrive file file=upload folder=getChildren
        microsoftOutlook message calendar=getAll contact=getAll draft=create event=getAll folder=create \
            folderMessage=getAll message=send messageAttachment=add
        microsoftSharePoint file file=download item=getAll list=getAll
        microsoftSql - -=insert
        microsoftTeams channel channel=create channelMessage=create chatMessage=create task=create
        mondayCom board board=create boardColumn=create boardGroup=create boardItem=create
        mongoDb document document=find searchIndexes=createSearchIndex
        mySql database -=insert database=insert
        n8n workflow audit=get credential=create execution=getAll workflow=getAll
        nextCloud file file=upload folder=create user=create
        nocoDb row row=get
        notion page block=append database=get databasePage=create page=create user=get
        odoo contact contact=create custom=create note=create opportunity=create
        okta user user=getAll
        openAi text chat=complete image=create text=complete
        pagerDuty incident incident=create incidentNote=create logEntry=get user=get
        payPal payout payout=create payoutItem=get
        pipedrive deal activity=create deal=create dealActivity=getAll dealProduct=add file=create lead=create \
            note=create organization=create person=create product=getAll
        postgres database -=insert database=insert
        questDb - -=insert
        quickbooks customer bill=get customer=get employee=get estimate=get invoice=get item=get payment=get \
            purchase=get transaction=getReport vendor=get
        rabbitmq - -=sendMessage
        readWriteFile - -=read
        redis - -=info
        s3 file bucket=create file=download folder=create
        salesforce lead account=create attachment=create case=create contact=create customObject=create \
            document=upload flow=invoke lead=create opportunity=create search=query task=create user=get
        sendGrid list contact=upsert list=create mail=send
        serviceNow user attachment=upload businessService=getAll configurationItems=getAll department=getAll \
            dictionary=getAll incident=get tableRecord=get user=get userGroup=getAll userRole=getAll
        shopify order order=create product=create
        slack message channel=create file=upload message=post reaction=add star=add user=info userGroup=create
        snowflake - -=insert
        spotify player album=get artist=get library=getLikedTracks myData=getFollowingArtists player=addSongToQueue \
            playlist=add track=track
        spreadsheetFile - -=fromFile
        ssh command command=execute file=download
        stripe balance balance=get charge=get coupon=create customer=get customerCard=get meterEvent=create \
            source=get token=create
        supabase row row=create
        telegram message callback=answerQuery chat=get file=get message=sendMessage
        theHive alert log=getAll
        theHiveProject alert alert=create case=create comment=add log=create observable=create page=create \
            query=executeQuery task=create
        timescaleDb - -=insert
        todoist task comment=create label=create project=create reminder=create section=create task=create
        travisCi build build=cancel
        trello card attachment=getAll board=create boardMember=add card=create cardComment=create checklist=getAll \
            label=getAll list=create
        twilio sms call=make sms=send
        webflow item item=get
        whatsApp message media=mediaUpload message=sendTemplate
        wise account account=getBalances exchangeRate=get profile=get quote=get recipient=getAll transfer=get
        wordpress post page=create post=create user=create
        xero invoice contact=create invoice=create
        youTube channel channel=getAll playlist=getAll playlistItem=add video=getAll videoCategory=getAll
        zammad user group=create organization=create ticket=create user=create
        zendesk ticket organization=create ticket=create ticketField=get user=create
        zohoCrm account account=create contact=create deal=create invoice=create lead=create product=create \
            purchaseOrder=create quote=create salesOrder=create vendor=create
        """
}
